#include "list.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "utf.h"

#ifndef TRIBUNE_DATADIR
#define TRIBUNE_DATADIR "/usr/local/share/tribune"
#endif

void
list_open(struct list *l, const char *path)
{
	*l = (struct list){0};
	in_open(&l->in, path, NULL);
}

/* What ends with LF, CRLF or CR. */
static bool
next_line(struct list *l, char **s, size_t *len)
{
	char *cr;

	*s = l->rest;
	*len = l->n_rest;
	l->rest = NULL;
	if (*s == NULL && !in_line(&l->in, s, len))
		return false;
	cr = memchr(*s, '\r', *len);
	if (cr == NULL)
		return true;
	l->rest = cr + 1;
	l->n_rest = (size_t)(*s + *len - l->rest);
	*len = (size_t)(cr - *s);
	return true;
}

/* What readers take out of texts too; the joiner within emoji stays. */
static bool
is_unseen(int32_t cp, int32_t before)
{
	if (cp == 0x200D && before >= 0x2600)
		return false;
	return cp == 0xAD || utf_is_zero_width(cp);
}

/* Takes the blanks at the ends and around tabs out, and what is not seen, in
 * place. */
static size_t
trim(char *s, size_t len)
{
	const char *end = s + len;
	char *to = s;    /* behind the last byte kept */
	char *solid = s; /* behind the last that is no blank */
	bool edge = true;
	int32_t before = 0;
	size_t n;

	if (utf_is_tidy(s, len, '\t'))
		return len;
	for (const char *p = s; p < end; p += n) {
		int32_t cp = utf_get(p, end, &n);
		bool blank = utf_is_space(cp);

		if (is_unseen(cp, before) || (blank && cp != '\t' && edge))
			continue;
		before = cp;
		edge = cp == '\t';
		if (edge)
			to = solid;
		memmove(to, p, n);
		to += n;
		if (!blank || edge)
			solid = to;
	}
	while (solid > s && solid[-1] == '\t')
		solid--;
	return (size_t)(solid - s);
}

char *
list_next(struct list *l, size_t *len)
{
	char *s;
	size_t n;

	while (next_line(l, &s, &n)) {
		n = trim(s, n);
		while (n > 0 && *s == '\t') {
			s++;
			n--;
		}
		if (n == 0 || (*s == '#' && (n == 1 || s[1] == ' ')))
			continue;
		l->nfc.len = 0;
		(void)utf_nfc(&l->nfc, s, n);
		*len = l->nfc.len;
		return l->nfc.s;
	}
	return NULL;
}

void
list_close(struct list *l)
{
	in_close(&l->in);
	buf_free(&l->nfc);
}

void
list_refuse(const struct list *l, const char *why)
{
	die_data(l->in.name, l->in.line, "%s", err_said(why));
}

char *
list_word(char **rest)
{
	char *w;

	do
		w = strsep(rest, " \t");
	while (w != NULL && *w == '\0');
	return w;
}

char *
list_needed(const struct list *l, char **rest)
{
	char *w = list_word(rest);

	if (w == NULL)
		list_refuse(l, "the line ends too early");
	return w;
}

void
list_expect(const struct list *l, char **rest, const char *what)
{
	const char *w = list_word(rest);

	if (w == NULL || strcmp(w, what) != 0)
		die_data(l->in.name, l->in.line, "'%s' is expected, not '%s'",
		    what, w != NULL ? w : "");
}

static char *
joined(const char *dir, size_t len, const char *mid, const char *name)
{
	struct buf b = {0};

	buf_mem(&b, dir, len);
	buf_str(&b, mid);
	buf_str(&b, name);
	return b.s;
}

/* DIR/bin/prog or PREFIX/libexec/tribune/prog: two folders up. */
char *
data_beside(const char *name)
{
	static const char *const mid[] = {"/pipeline/", "/share/tribune/"};
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof(exe));
	size_t len = n > 0 && (size_t)n < sizeof(exe) ? (size_t)n : 0;

	for (size_t up = 0; up < 4 && len > 0; up++) {
		while (len > 0 && exe[len - 1] != '/')
			len--;
		if (len > 0)
			len--;
		for (size_t k = 0; k < 2; k++) {
			char *path = joined(exe, len, mid[k], name);

			if (access(path, R_OK) == 0)
				return path;
			free(path);
		}
	}
	return NULL;
}

char *
data_path(const char *name)
{
	const char *env = getenv("TRIBUNE_DATA");
	char *path;

	if (env != NULL && *env != '\0')
		return joined(env, strlen(env), "/", name);
	if ((path = data_beside(name)) != NULL)
		return path;
	path = joined(TRIBUNE_DATADIR, sizeof(TRIBUNE_DATADIR) - 1, "/", name);
	if (access(path, R_OK) == -1)
		die_sys(path);
	return path;
}

char *
list_named(char *item)
{
	char *tab = strchr(item, '\t');

	if (tab == NULL)
		return item;
	*tab = '\0';
	return tab + 1;
}
