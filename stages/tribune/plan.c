#include "plan.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "disk.h"
#include "inputs.h"
#include "lib/base/err.h"
#include "past.h"
#include "shards.h"

enum {
	DEPTH = 3, /* folders down in which texts are looked for */
	ARGUMENTS = 12
};

char *
plan_path(const struct plan *p, const char *name)
{
	return mem_join(p->work, "/", name);
}

/* ---- scripts ---- */

/* All that comes. */
static void
drain(int fd, struct buf *to)
{
	ssize_t n;

	do {
		buf_room(to, BUFSIZ);
		n = read(fd, to->s + to->len, BUFSIZ);
		to->len += n > 0 ? (size_t)n : 0;
	} while (n > 0 || (n == -1 && errno == EINTR));
	(void)close(fd);
}

/* Runs a script, NULL behind its arguments; what it says is added to said, if
 * that is given. */
static int
run(const char *const *script, struct buf *said)
{
	char *argv[ARGUMENTS];
	int fd[2] = {-1, -1};
	pid_t pid;

	memcpy(argv, script, sizeof(argv));
	if (said != NULL && pipe2(fd, O_CLOEXEC) == -1)
		die_sys(argv[1]);
	pid = child_start(argv[0], argv, NULL, (const int[]){-1, -1, fd[1]});
	if (said != NULL) {
		(void)close(fd[1]);
		drain(fd[0], said);
	}
	return child_wait(pid);
}

static const char *
given(void)
{
	const char *s = getenv("GIVEN");

	return s != NULL ? s : "";
}

/* Can make work on it, and is the work folder that of this study?  Looked at
 * closely where it is not plain. */
static int
check_study(const struct plan *p)
{
	char *path = plan_path(p, ".study");
	char *here = realpath(p->study, NULL);
	struct buf owner = {0};
	int rc = RC_OK;

	if (!disk_read(path, &owner))
		buf_str(&owner, "");
	buf_str(&owner, "");
	owner.s[strcspn(owner.s, "\n")] = '\0';
	if (p->argv[5] != NULL || strcmp(p->argv[4], "0") == 0 ||
	    here == NULL || strcmp(owner.s, here) != 0) {
		const char *const argv[ARGUMENTS] = {"sh",
		    "pipeline/check-study.sh", p->argv[0], p->argv[3], path,
		    p->argv[4], p->argv[5], NULL};

		rc = run(argv, NULL);
	}
	buf_free(&owner);
	free(here);
	free(path);
	return rc;
}

/* ---- what is told of names ---- */

static bool
see_file(void *arg, const char *path, const struct stat *st)
{
	struct buf *all = arg;

	(void)st;
	buf_str(all, path);
	buf_str(all, "\n");
	return true;
}

static void
put_sign(const struct plan *p, struct buf *b, uint32_t file)
{
	buf_str(b, lists_path(&p->l, file));
	buf_str(b, "\t");
	buf_str(b, p->l.file[file].sign);
	buf_str(b, "\n");
}

/* What tell_odd() looks at: lists, names of files, study.mk. */
static void
find_names(const struct plan *p, struct buf *b)
{
	const struct disk_walk w = {DEPTH, false, see_file, b, NULL};
	const char *messages = getenv("TRIBUNE_MESSAGES");

	buf_mem(b, p->l.whole.s, p->l.whole.len);
	buf_str(b, "\n");
	(void)disk_walk(p->study, &w);
	for (size_t i = 0; i < p->l.n_input; i++)
		if (strcmp(p->l.input[i].what, "study") == 0)
			put_sign(p, b, p->l.input[i].file);
	buf_str(b, given());
	buf_str(b, messages != NULL ? messages : "");
}

static void
put_sum(struct buf *line, const struct buf *of)
{
	char sum[SUM + 1];

	sum_bytes(of, sum);
	buf_str(line, sum);
	buf_str(line, "\n");
}

/* What looks like a text of another reader, or like one and is not read: looked
 * for where the names are others, and told each time.  WORK/plan has the hashes
 * of the names and of what is told. */
static void
tell_odd(const struct plan *p)
{
	char *path[] = {plan_path(p, "passed-over"), plan_path(p, "plan"),
	    plan_path(p, "texts.list")};
	const char *const kinds[ARGUMENTS] = {
	    "sh", "pipeline/kinds.sh", p->argv[0], path[2], given(), NULL};
	const char *const passed[ARGUMENTS] = {
	    "sh", "pipeline/passed-over.sh", p->argv[0], p->argv[1], NULL};
	struct buf names = {0};
	struct buf sums = {0};
	struct buf said = {0};

	find_names(p, &names);
	put_sum(&sums, &names);
	buf_str(&said, "");
	(void)disk_read(path[0], &said);
	put_sum(&sums, &said);
	if (!disk_holds(path[1], &sums)) {
		said.len = sums.len = 0;
		if (run(kinds, &said) == RC_OK)
			(void)run(passed, &said);
		disk_keep(path[0], &said);
		put_sum(&sums, &names);
		put_sum(&sums, &said);
		disk_keep(path[1], &sums);
	}
	if (said.len > 0)
		(void)fwrite(said.s, 1, said.len, stderr);
	for (size_t i = 0; i < sizeof(path) / sizeof(*path); i++)
		free(path[i]);
	buf_free(&said);
	buf_free(&sums);
	buf_free(&names);
}

/* ---- the plan ---- */

static void
make_folders(const struct plan *p)
{
	static const char *const name[] = {"kept", "shards", "sums"};

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++) {
		char *path = plan_path(p, name[i]);

		if (mkdir(path, 0777) == -1 && errno != EEXIST)
			die_sys(path);
		free(path);
	}
}

/* All of it each time, for files of the work folder may be gone; what is as it
 * was is not written. */
static void
make(const struct plan *p)
{
	char *path = plan_path(p, "hashes");
	struct buf hashes = {0};

	make_folders(p);
	shards_plan(&p->l, p->work);
	inputs_put(p);
	lists_put_hashes(&p->l, &hashes);
	disk_keep(path, &hashes);
	buf_free(&hashes);
	free(path);
}

static int
refuse(const struct plan *p, uint32_t file)
{
	char *name = mem_string(inputs_name(p, lists_path(&p->l, file)));
	struct stat st;
	const char *argv[ARGUMENTS] = {"sh", "pipeline/mistakes.sh", "value",
	    p->argv[0], "", given(), "TEXTS READ",
	    ERR_WORDS("%s is a folder: TEXTS names files"), name, NULL};

	disk_stat(lists_path(&p->l, file), &st);
	if (!S_ISDIR(st.st_mode))
		argv[7] = ERR_WORDS("%s is no file that can be read again, but "
				    "a pipe or a device");
	(void)run(argv, NULL);
	free(name);
	return RC_DATA;
}

int
plan_study(char **argv)
{
	struct plan p = {
	    .argv = argv, .study = argv[0], .work = argv[1], .out = argv[2]};
	const char *counting = getenv("COUNTING");
	uint32_t file;
	int rc;

	p.inner = counting != NULL && *counting != '\0';
	rc = check_study(&p);
	if (rc != RC_OK)
		return rc;
	past_clock(&p);
	past_tables(&p);
	lists_open(&p.l, p.study, p.work);
	tell_odd(&p);
	if (!lists_hash(&p.l, p.work, &file))
		rc = refuse(&p, file);
	else
		make(&p);
	lists_free(&p.l);
	return rc;
}
