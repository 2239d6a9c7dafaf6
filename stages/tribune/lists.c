#include "lists.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "disk.h"
#include "lib/base/err.h"

enum {
	BLOCK = 256 * 1024,
	TICKS = 2 /* seconds */
};

/* ---- the lists ---- */

static uint32_t
add_file(struct lists *l, const char *path)
{
	uint32_t n = l->path.n;
	uint32_t k = intern_add(&l->path, path, strlen(path));

	if (k == n) {
		l->file =
		    mem_grow(l->file, &l->cap_file, k + 1, sizeof(*l->file));
		l->file[k] = (struct file){0};
	}
	return k;
}

/* What stands before a bar; *s goes behind it, to NULL where there is none. */
static char *
cell(char **s)
{
	return *s != NULL ? strsep(s, "|") : NULL;
}

static void
add_text(struct lists *l, char *line)
{
	size_t len;
	char *name = cell(&line);
	char *path = cell(&line);
	char *tables = cell(&line);
	char *table;
	struct text *t;
	size_t cap = 0;

	if (line == NULL)
		return;
	len = strlen(line);
	if (len > 0 && line[len - 1] == ' ')
		line[len - 1] = '\0';
	l->text =
	    mem_grow(l->text, &l->cap_text, l->n_text + 1, sizeof(*l->text));
	t = &l->text[l->n_text++];
	*t = (struct text){
	    .name = name, .reader = line, .file = add_file(l, path)};
	while ((table = strsep(&tables, " ")) != NULL) {
		if (*table == '\0')
			continue;
		t->table =
		    mem_grow(t->table, &cap, t->n_table + 1, sizeof(*t->table));
		t->table[t->n_table++] = add_file(l, table);
	}
}

static void
add_input(struct lists *l, char *line)
{
	char *what = cell(&line);
	char *name = cell(&line);

	if (line == NULL)
		return;
	l->input = mem_grow(
	    l->input, &l->cap_input, l->n_input + 1, sizeof(*l->input));
	l->input[l->n_input++] = (struct input){what, name, add_file(l, line)};
}

static void
add_pipe(struct lists *l, char *line)
{
	if (l->each == NULL)
		l->each = line;
	else if (l->behind == NULL)
		l->behind = line;
	else
		l->size = strtoull(line, NULL, 10);
}

bool
lists_is_link(const char *work, const char *path)
{
	size_t len = strlen(work);

	return strncmp(path, work, len) == 0 &&
	    strncmp(path + len, "/names/", 7) == 0;
}

/* As it is called in the study, wherever that is. */
static void
look_at_link(const char *path, const char *study, char sum[SUM + 1])
{
	char *here = realpath(study, NULL);
	size_t len = here != NULL ? strlen(here) : 0;
	struct buf b = {0};
	struct buf name = {0};
	ssize_t n;

	buf_room(&b, PATH_MAX);
	n = readlink(path, b.s, PATH_MAX);
	if (n == -1)
		die_sys(path);
	b.len = (size_t)n;
	if (here == NULL || b.len <= len || memcmp(b.s, here, len) != 0)
		len = 0;
	buf_mem(&name, b.s + len, b.len - len);
	sum_bytes(&name, sum);
	buf_free(&name);
	buf_free(&b);
	free(here);
}

static void
look(struct lists *l, const char *study, const char *work)
{
	time_t now = time(NULL);

	for (uint32_t i = 0; i < l->path.n; i++) {
		struct file *f = &l->file[i];
		struct stat st;
		char s[160];

		disk_stat(lists_path(l, i), &st);
		(void)snprintf(s, sizeof(s), "%ju %ju %jd %jd.%09ld %jd.%09ld",
		    (uintmax_t)st.st_dev, (uintmax_t)st.st_ino,
		    (intmax_t)st.st_size, (intmax_t)st.st_mtim.tv_sec,
		    st.st_mtim.tv_nsec, (intmax_t)st.st_ctim.tv_sec,
		    st.st_ctim.tv_nsec);
		f->sign = mem_string(s);
		f->young = st.st_ctim.tv_sec >= now - TICKS;
		if (lists_is_link(work, lists_path(l, i)))
			look_at_link(lists_path(l, i), study, f->link);
	}
}

void
lists_open(struct lists *l, const char *study, const char *work)
{
	static const struct {
		const char *name;
		void (*add)(struct lists *l, char *line);
	} list[LISTS] = {{"texts.list", add_text}, {"inputs.list", add_input},
	    {"shards.pipe", add_pipe}};

	*l = (struct lists){.each = NULL};
	intern_open(&l->path);
	for (size_t i = 0; i < LISTS; i++) {
		char *path = mem_join(work, "/", list[i].name);
		struct buf *b = &l->list[i];
		char *s;
		char *line;

		if (!disk_read(path, b))
			die_sys(path);
		buf_str(b, "");
		buf_str(&l->whole, b->s);
		for (s = b->s; (line = strsep(&s, "\n")) != NULL;)
			if (s != NULL || *line != '\0')
				list[i].add(l, line);
		free(path);
	}
	look(l, study, work);
}

void
lists_free(struct lists *l)
{
	for (size_t i = 0; i < l->n_text; i++)
		free(l->text[i].table);
	for (uint32_t i = 0; i < l->path.n; i++)
		free(l->file[i].sign);
	for (size_t i = 0; i < LISTS; i++)
		buf_free(&l->list[i]);
	free(l->text);
	free(l->input);
	free(l->file);
	buf_free(&l->whole);
	intern_free(&l->path);
}

const char *
lists_path(const struct lists *l, uint32_t file)
{
	size_t len;

	return intern_s(&l->path, file, &len);
}

/* ---- hashes ---- */

static void
put_sum(struct sha256_ctx *c, char sum[SUM + 1])
{
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_digest(c, sizeof(digest), digest);
	base16_encode_update(sum, sizeof(digest), digest);
	sum[SUM] = '\0';
}

void
sum_bytes(const struct buf *b, char sum[SUM + 1])
{
	struct sha256_ctx c;

	sha256_init(&c);
	sha256_update(&c, b->len, (const uint8_t *)b->s);
	put_sum(&c, sum);
}

/* False if it is none: a folder, or a pipe, which would be waited for. */
static bool
sum_file(const char *path, char sum[SUM + 1])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	uint8_t *block;
	struct sha256_ctx c;
	ssize_t n;

	if (fd == -1 || fstat(fd, &st) == -1)
		die_sys(path);
	if (!S_ISREG(st.st_mode)) {
		(void)close(fd);
		return false;
	}
	block = mem_block(BLOCK);
	sha256_init(&c);
	while ((n = read(fd, block, BLOCK)) != 0) {
		if (n == -1 && errno != EINTR)
			die_sys(path);
		sha256_update(&c, n > 0 ? (size_t)n : 0, block);
	}
	put_sum(&c, sum);
	(void)close(fd);
	free(block);
	return true;
}

/* Lines of WORK/hashes: path, sign, hash, with tabs. */
static void
take_known(struct lists *l, char *s)
{
	char *line;

	while ((line = strsep(&s, "\n")) != NULL) {
		char *path = strsep(&line, "\t");
		char *sign = strsep(&line, "\t");
		uint32_t k = intern_find(&l->path, path, strlen(path));
		struct file *f = k != UINT32_MAX ? &l->file[k] : NULL;

		if (f != NULL && line != NULL && strlen(line) == SUM &&
		    strcmp(sign, f->sign) == 0)
			memcpy(f->sum, line, SUM + 1);
	}
}

bool
lists_hash(struct lists *l, const char *work, uint32_t *file)
{
	char *path = mem_join(work, "/", "hashes");
	struct buf b = {0};

	if (disk_read(path, &b)) {
		buf_str(&b, "");
		take_known(l, b.s);
	}
	buf_free(&b);
	free(path);
	for (*file = 0; *file < l->path.n; ++*file) {
		struct file *f = &l->file[*file];

		if (*f->sum == '\0' && !sum_file(lists_path(l, *file), f->sum))
			return false;
	}
	return true;
}

void
lists_put_hashes(const struct lists *l, struct buf *b)
{
	for (uint32_t i = 0; i < l->path.n; i++) {
		if (l->file[i].young)
			continue;
		buf_str(b, lists_path(l, i));
		buf_str(b, "\t");
		buf_str(b, l->file[i].sign);
		buf_str(b, "\t");
		buf_str(b, l->file[i].sum);
		buf_str(b, "\n");
	}
}
