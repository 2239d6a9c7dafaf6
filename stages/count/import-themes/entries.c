#include "entries.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"
#include "lib/text/utf.h"

void
entries_open(struct entries *e)
{
	*e = (struct entries){0};
	intern_open(&e->themes);
	out_stdout(&e->o);
	out_str(&e->o, "theme\tentry\n");
}

void
entries_close(struct entries *e)
{
	static const char *const what[N_LOSSES] = {
	    [LOSS_WEIGHT] = ERR_WORDS("weights left out, entries count as 1"),
	    [LOSS_CONDITION] = ERR_WORDS("conditional categories left out"),
	    [LOSS_PATTERN] =
		ERR_WORDS("entries left out, patterns that themes has not"),
	    [LOSS_RULE] = ERR_WORDS("entries left out, rules of proximity"),
	    [LOSS_LONG] = ERR_WORDS("entries left out, too many words"),
	    [LOSS_ORPHAN] =
		ERR_WORDS("entries left out, no category that has a name"),
	    [LOSS_SLASH] =
		ERR_WORDS("names of categories with /, which became -")};

	out_close(&e->o);
	note("%" PRIu64 " entr%s of %" PRIu32 " theme%s", e->n,
	    e->n == 1 ? "y" : "ies", e->themes.n, e->themes.n == 1 ? "" : "s");
	for (enum loss l = 0; l < N_LOSSES; l++)
		if (e->lost[l] > 0)
			note("%s: %" PRIu64, err_said(what[l]), e->lost[l]);
	entries_cut(e, 0);
	intern_free(&e->themes);
	buf_free(&e->theme);
	buf_free(&e->text);
}

/* Runs of blanks as one space, none at the ends; a NUL behind. */
static void
tidy(struct buf *to, const char *s, size_t len)
{
	const char *end = s + len;
	size_t n;

	to->len = 0;
	for (; s < end; s += n)
		if (!utf_is_space(utf_get(s, end, &n)))
			buf_mem(to, s, n);
		else if (to->len > 0 && to->s[to->len - 1] != ' ')
			buf_mem(to, " ", 1);
	if (to->len > 0 && to->s[to->len - 1] == ' ')
		to->len--;
	buf_mem(to, "", 0);
	to->s[to->len] = '\0';
}

bool
entries_level(struct entries *e, size_t depth, const char *s, size_t len)
{
	bool slash = false;

	if (depth >= ENTRIES_DEPTH || depth > e->depth)
		return false;
	entries_cut(e, depth);
	tidy(&e->text, s, len);
	for (char *p = e->text.s; *p != '\0'; p++)
		if (*p == '/') {
			*p = '-';
			slash = true;
		}
	e->lost[LOSS_SLASH] += slash;
	e->level[e->depth++] = mem_copy(e->text.s, e->text.len);
	return true;
}

void
entries_cut(struct entries *e, size_t depth)
{
	while (e->depth > depth)
		free(e->level[--e->depth]);
}

const char *
entries_theme(struct entries *e)
{
	e->theme.len = 0;
	buf_mem(&e->theme, "", 0);
	for (size_t i = 0; i < e->depth; i++) {
		if (*e->level[i] == '\0')
			continue;
		if (e->theme.len > 0)
			buf_mem(&e->theme, "/", 1);
		buf_str(&e->theme, e->level[i]);
	}
	return e->theme.s;
}

/* Can themes take the word?  * stands beside a letter, a figure or a hyphen,
 * and ? is no sign but alone. */
static bool
is_pattern(const char *s, size_t len)
{
	const char *end = s + len;
	bool letters = false;
	bool near = false; /* the character before */
	bool star = false; /* * that waits for its neighbour */
	bool bad = memchr(s, '?', len) != NULL;
	size_t n;

	for (; s < end; s += n) {
		int32_t c = utf_get(s, end, &n);
		bool letter = utf_is_letter(c) || (c >= '0' && c <= '9');

		letters |= letter;
		if (c == '*') {
			star |= !near;
			continue;
		}
		near = letter || c == '-';
		bad |= star && !near;
		star = false;
	}
	return letters && !bad && !star;
}

/* The words between blanks with their signs; false if one cannot be had. */
static bool
put_words(struct buf *to, const char *s, const char *end, size_t *words)
{
	to->len = 0;
	*words = 0;
	while (s < end) {
		const char *sp = memchr(s, ' ', (size_t)(end - s));
		size_t len = (size_t)((sp != NULL ? sp : end) - s);
		bool star = memchr(s, '*', len) != NULL;
		bool ask = memchr(s, '?', len) != NULL && len > 1;

		if ((star || ask) && !is_pattern(s, len))
			return false;
		if (to->len > 0)
			buf_mem(to, " ", 1);
		if (!star)
			buf_mem(to, "=", 1);
		buf_mem(to, s, len);
		++*words;
		s += len + (sp != NULL);
	}
	return true;
}

void
entries_put(struct entries *e, const char *theme, const char *s, size_t len)
{
	struct buf b = {0};
	size_t words;

	tidy(&e->text, s, len);
	if (*theme == '\0')
		e->lost[LOSS_ORPHAN]++;
	else if (e->text.len == 0 ||
	    !put_words(&b, e->text.s, e->text.s + e->text.len, &words))
		e->lost[LOSS_PATTERN]++;
	else if (words > ENTRIES_WORDS)
		e->lost[LOSS_LONG]++;
	else {
		(void)intern_add(&e->themes, theme, strlen(theme));
		tsv_put(&e->o, theme, strlen(theme));
		out_ch(&e->o, '\t');
		tsv_put(&e->o, b.s, b.len);
		out_ch(&e->o, '\n');
		e->n++;
	}
	buf_free(&b);
}
