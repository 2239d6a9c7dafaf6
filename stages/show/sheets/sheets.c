/* sheets - a page a speech, all in one run (sheets.1) */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"
#include "lib/table/tsv.h"
#include "show/common/press.h"

static const struct opt_page page = {
    "sheets [-hqVv] [-d folder] -l labels -O folder description "
    "[name=value ...]",
    "a page a speech, all in one run", "d:l:O:"};

enum {
	MOST_NAME = 200
};

#define SUFFIX ".txt"
#define HTML ".html"

struct job {
	const char *tables; /* the folder */
	const char *to;
	struct press press;
	struct intern ids;
	struct buf path;
};

/* A sheet is called by its speech: no id may leave the folder. */
static void
check_id(const struct tsv *t, const char *id, size_t len)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				      "._-";

	if (len == 0 || len > MOST_NAME || strspn(id, letters) != len ||
	    strchr("._-", *id) != NULL)
		die_data(t->in.name, t->in.line,
		    "the id '%.80s' cannot be the name of a file: letters, "
		    "digits, . _ and - only, a letter or digit first, %d at "
		    "most",
		    id, MOST_NAME);
}

static void
read_ids(struct job *j)
{
	struct buf path = {0};
	struct tsv t;
	size_t col;

	buf_str(&path, j->tables);
	buf_str(&path, "/speeches.tsv");
	intern_open(&j->ids);
	tsv_open(&t, path.s);
	col = tsv_column(&t, "part");
	while (tsv_next(&t)) {
		check_id(&t, t.cell[col], t.size[col]);
		(void)intern_add(&j->ids, t.cell[col], t.size[col]);
	}
	tsv_close(&t);
	buf_free(&path);
}

static const char *
path_of(struct job *j, const char *name, const char *suffix)
{
	j->path.len = 0;
	buf_str(&j->path, j->to);
	buf_str(&j->path, "/");
	buf_str(&j->path, name);
	buf_str(&j->path, suffix);
	return j->path.s;
}

/* Has the file these bytes? */
static bool
holds(const char *path, const struct buf *text)
{
	struct stat st;
	char *s;
	bool same;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd == -1)
		return false;
	if (fstat(fd, &st) == -1 || (size_t)st.st_size != text->len) {
		(void)close(fd);
		return false;
	}
	s = mem_new(text->len + 1, 1);
	same = read(fd, s, text->len) == (ssize_t)text->len &&
	    memcmp(s, text->s, text->len) == 0;
	free(s);
	(void)close(fd);
	return same;
}

/* One that is as it was keeps its date. */
static void
put_file(struct job *j, const char *id, const char *suffix)
{
	struct aside a;
	struct out o;

	out_memory(&o);
	press_put(&j->press, &o);
	buf_mem(&o.b, "", 0); /* an empty page is one, too */
	if (!holds(path_of(j, id, suffix), &o.b)) {
		aside_open(&a, j->path.s, "");
		out_mem(&a.out, o.b.s, o.b.len);
		aside_close(&a);
		aside_rename(&a);
	}
	buf_free(&o.b);
}

static void
put_sheet(struct job *j, const char *id)
{
	press_set(&j->press, "id", id);
	j->press.ink = &press_plain;
	put_file(j, id, SUFFIX);
	j->press.ink = &press_html;
	put_file(j, id, HTML);
}

static bool
ends_with(const char *s, const char *end)
{
	size_t len = strlen(s);
	size_t n = strlen(end);

	return len > n && strcmp(s + len - n, end) == 0;
}

static bool
is_gone(const struct job *j, const char *name, const char *suffix)
{
	return ends_with(name, suffix) &&
	    intern_find(&j->ids, name, strlen(name) - strlen(suffix)) ==
	    UINT32_MAX;
}

static bool
is_stale(const struct job *j, const char *name)
{
	if (*name == '.')
		return false;
	if (ends_with(name, SUFFIX ".part") || ends_with(name, HTML ".part"))
		return true;
	return is_gone(j, name, SUFFIX) || is_gone(j, name, HTML);
}

/* Sheets of speeches that are no longer there, and what was left half-written
 * by a run that was killed, go. */
static void
clean(struct job *j)
{
	DIR *d = opendir(j->to);
	const struct dirent *e;

	if (d == NULL)
		die_sys(j->to);
	while ((e = readdir(d)) != NULL)
		if (is_stale(j, e->d_name) &&
		    unlink(path_of(j, e->d_name, "")) == -1 && errno != EISDIR)
			die_sys(j->path.s);
	(void)closedir(d);
}

static void
put_index(const struct job *j)
{
	uint32_t *rank;
	uint32_t *order;
	struct out o;

	out_stdout(&o);
	out_str(&o, "part\tsheet\n");
	intern_rank(&j->ids, &rank, &order);
	for (uint32_t i = 0; i < j->ids.n; i++) {
		size_t len;
		const char *s = intern_s(&j->ids, order[i], &len);

		out_mem(&o, s, len);
		out_ch(&o, '\t');
		out_mem(&o, s, len);
		out_str(&o, SUFFIX "\n");
	}
	out_close(&o);
	free(rank);
	free(order);
}

static void
parse(struct job *j, const char **labels, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'd':
			j->tables = optarg;
			break;
		case 'l':
			*labels = optarg;
			break;
		case 'O':
			j->to = optarg;
			break;
		}
	if (*labels == NULL || j->to == NULL)
		opt_refuse(&page, "options -l and -O are needed");
	if (optind == argc)
		opt_refuse(&page, "a description is needed");
}

int
main(int argc, char **argv)
{
	const char *labels = NULL;
	struct job j = {.tables = "."};

	err_init(argv[0]);
	parse(&j, &labels, argc, argv);
	press_open(&j.press, argv[optind++], labels, j.tables);
	while (optind < argc)
		press_set_word(&j.press, argv[optind++]);
	read_ids(&j);
	if (mkdir(j.to, 0777) == -1 && errno != EEXIST)
		die_sys(j.to);
	for (uint32_t i = 0; i < j.ids.n; i++) {
		size_t len;

		put_sheet(&j, intern_s(&j.ids, i, &len));
	}
	clean(&j);
	put_index(&j);
	press_close(&j.press);
	intern_free(&j.ids);
	buf_free(&j.path);
	return RC_OK;
}
