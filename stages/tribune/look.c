#include "look.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/words.h"
#include "lib/text/list.h"
#include "lib/text/slug.h"

enum {
	BEGINNING = 256 * 1024 /* bytes that are looked at */
};

const char *const look_reader[LOOK_KINDS] = {
    [LOOK_DOCUMENT] = "read-office",
    [LOOK_TEXT] = "read-text",
    [LOOK_DUMP] = "read-dump",
    [LOOK_IRAMUTEQ] = "read-iramuteq",
    [LOOK_TEI] = "read-tei",
    [LOOK_CONLLU] = "read-conllu",
    [LOOK_VRT] = "read-vrt",
    [LOOK_TABLE] = "read-table",
};

static bool
ends_with(const char *s, const char *end)
{
	size_t len = strlen(s);
	size_t n = strlen(end);

	return len > n && strcasecmp(s + len - n, end) == 0;
}

/* ---- what stands in it ---- */

static char *
beginning_of(const char *path, size_t *len)
{
	char *s = mem_new(BEGINNING + 1, 1);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = 1;

	*len = 0;
	if (fd == -1)
		die_sys(path);
	while (*len < BEGINNING && n != 0) {
		n = read(fd, s + *len, BEGINNING - *len);
		if (n < 0 && errno != EINTR)
			die_sys(path);
		*len += n > 0 ? (size_t)n : 0;
	}
	(void)close(fd);
	return s;
}

/* Cuts the next line off; NULL behind the last. */
static const char *
next_line(char **s, size_t *len)
{
	char *line = *s;

	if (*line == '\0')
		return NULL;
	*len = strcspn(line, "\r\n");
	*s = line + *len;
	if (**s != '\0')
		*(*s)++ = '\0';
	return line;
}

static enum look_kind
kind_of_text(char *s)
{
	enum look_kind kind = LOOK_TEXT;
	const char *line;
	size_t len;

	while ((line = next_line(&s, &len)) != NULL) {
		if (strncmp(line, "**** *", 6) == 0 ||
		    strncmp(line, "0001 *", 6) == 0)
			return LOOK_IRAMUTEQ;
		if (words_is_published(line, len))
			kind = LOOK_DUMP;
	}
	return kind;
}

/* What a column of a table may be, by its heading. */
static enum look_kind
kind_of_column(const char *heading)
{
	static const char *const file[] = {
	    WORDS_FILE, "file", "filename", "source"};
	enum look_kind kind = LOOK_OTHER;
	struct buf name = {0};
	const char *attribute;

	buf_mem(&name, "", 0);
	slug_fold(&name, heading, strlen(heading));
	attribute = words_attribute(name.s);
	if (attribute == NULL)
		attribute = name.s;
	if (words_is_text(attribute))
		kind = LOOK_TABLE;
	for (size_t i = 0; i < sizeof(file) / sizeof(*file); i++)
		if (strcmp(attribute, file[i]) == 0)
			kind = LOOK_FILES;
	if (strcmp(attribute, "id") == 0)
		kind = LOOK_META;
	buf_free(&name);
	return kind;
}

/* The first of these: a column of texts, of files, of ids. */
static enum look_kind
kind_of_table(struct look *l, char *s)
{
	static const char sign[] = "\t;,";
	size_t most = 0;
	bool has[LOOK_KINDS] = {false};
	char *line = s;
	char *cell;

	line[strcspn(line, "\r\n")] = '\0';
	for (size_t k = 0; k < sizeof(sign) - 1; k++) {
		size_t n = 0;

		for (const char *p = line; *p != '\0'; p++)
			n += *p == sign[k];
		if (n > most) {
			most = n;
			l->delimiter = sign[k];
		}
	}
	while ((cell = strsep(&line, "\t;,")) != NULL) {
		cell += *cell == '"';
		cell[strcspn(cell, "\"")] = '\0';
		has[kind_of_column(cell)] = true;
	}
	return has[LOOK_TABLE] ? LOOK_TABLE
	    : has[LOOK_FILES]  ? LOOK_FILES
	    : has[LOOK_META]   ? LOOK_META
			       : LOOK_OTHER;
}

/* The readers of files whose names end so, by the table of them all. */
static void
readers_of(struct buf *b, const char *name)
{
	const char *dot = strrchr(name, '.');
	char *path = data_path("endings.txt");
	struct list l;
	char *row;
	size_t len;

	buf_mem(b, "", 0);
	list_open(&l, path);
	while (dot != NULL && (row = list_next(&l, &len)) != NULL) {
		char *end = strsep(&row, "\t");

		if (row != NULL && strcasecmp(dot + 1, end) == 0)
			buf_str(b, row);
	}
	list_close(&l);
	free(path);
}

static enum look_kind
kind_of(struct look *l, const char *name, const char *readers, char *s)
{
	bool several = strchr(readers, ' ') != NULL;
	enum look_kind kind = LOOK_OTHER;

	if (ends_with(name, ".txt"))
		return kind_of_text(s);
	for (unsigned k = 0; k < LOOK_KINDS; k++)
		if (look_reader[k] != NULL &&
		    strncmp(readers, look_reader[k], strlen(look_reader[k])) ==
			0)
			kind = (enum look_kind)k;
	if (kind == LOOK_TABLE && *s != '{')
		return kind_of_table(l, s);
	if (several && kind == LOOK_DOCUMENT)
		return LOOK_OTHER;
	if (several && kind == LOOK_TEI && strstr(s, "<TEI") == NULL &&
	    strstr(s, "<teiCorpus") == NULL)
		return LOOK_OTHER;
	return kind;
}

/* ---- its name ---- */

/* So many digits, and no more, or 0. */
static size_t
digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") == n ? n : 0;
}

/* The length of a date that begins here, or 0. */
static size_t
date_at(struct look *l, const char *s)
{
	bool year = digits(s, 4) > 0;
	size_t first = year ? 4 : digits(s, 2);
	char sign = s[first];

	if (first == 0 || (sign != '-' && sign != '_') ||
	    digits(s + first + 1, 2) == 0 || s[first + 3] != sign ||
	    digits(s + first + 4, year ? 2 : 4) == 0)
		return 0;
	l->date = year ? LOOK_YEAR_FIRST : LOOK_DAY_FIRST;
	l->sign = sign;
	return 10;
}

/* Letters, and no more than three words. */
static bool
is_name(const char *s, size_t len)
{
	unsigned n_word = 1;

	for (size_t i = 0; i < len; i++) {
		if (isdigit((unsigned char)s[i]))
			return false;
		n_word += s[i] == '-' || s[i] == '_' || s[i] == ' ';
	}
	return n_word <= 3;
}

static void
look_at_name(struct look *l, const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t len = dot != NULL ? (size_t)(dot - name) : strlen(name);
	const char *rest = name;
	size_t n = date_at(l, name);

	if (n > 0) {
		l->between = n < len ? name[n] : '\0';
		rest = name + n + 1;
		len = n < len ? len - n - 1 : 0;
	} else if (len > 11 && date_at(l, name + len - 10) > 0) {
		l->date_is_last = true;
		l->between = name[len - 11];
		len -= 11;
	} else
		return;
	if (l->between != '\0' && strchr("-_ ", l->between) == NULL)
		l->date = LOOK_NO_DATE;
	l->rest_is_name = is_name(rest, len);
}

void
look_at(struct look *l, const char *path, const char *name)
{
	size_t len;
	char *s = beginning_of(path, &len);
	struct buf readers = {0};

	*l = (struct look){0};
	readers_of(&readers, name);
	/* a beginning that was cut may end within a letter */
	if (strcmp(readers.s, look_reader[LOOK_DOCUMENT]) != 0 &&
	    utf8_check(s, len) + (len == BEGINNING ? 4 : 0) < len)
		l->encoding = in_guess(s, len);
	l->ascii = true;
	for (size_t i = 0; i < len; i++) {
		l->ascii &= (unsigned char)s[i] < 0x80;
		if (s[i] == '\0')
			s[i] = ' ';
	}
	l->kind = kind_of(l, name, readers.s, s);
	look_at_name(l, name);
	buf_free(&readers);
	free(s);
}
