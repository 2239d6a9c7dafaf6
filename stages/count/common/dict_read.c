#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "dict_reader.h"
#include "lib/base/err.h"
#include "lib/lang/fr/dictionary.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/respace.h"
#include "lib/lang/fr/scan.h"
#include "lib/stream/query.h"
#include "lib/table/tsv.h"
#include "lib/text/utf.h"

enum {
	/* room for so many, with their words */
	ENTRIES = 1 << 14,
	NODES = 1 << 15
};

/* NFC, runs of blanks of any kind as one space, none at the ends. */
static void
tidy(struct buf *to, struct buf *tmp, const char *s, size_t len)
{
	const char *end;
	size_t n;

	tmp->len = 0;
	to->len = 0;
	if (utf_is_tidy(s, len, ' ')) {
		buf_mem(to, s, len);
		return;
	}
	buf_mem(to, "", 0);
	(void)utf_nfc(tmp, s, len);
	end = tmp->s + tmp->len;
	for (s = tmp->s; s < end; s += n) {
		bool space = utf_is_space(utf_get(s, end, &n));

		if (!space)
			buf_mem(to, s, n);
		else if (to->len > 0 && to->s[to->len - 1] != ' ')
			buf_mem(to, " ", 1);
	}
	if (to->len > 0 && to->s[to->len - 1] == ' ')
		to->s[--to->len] = '\0';
}

/* Copies a written word: * as the joker, a letter that no text holds, so that
 * the scanner sees the inside of a word; _ between other characters as the
 * blank that it stands for in a joined expression, and - if blanks. */
static void
put_mark(struct reader *r, const char *s, size_t len, bool blanks)
{
	for (size_t i = 0; i < len; i++) {
		size_t run = strcspn(s + i, "*_-");
		bool inside;

		/* there is a NUL or a blank behind */
		run = run < len - i ? run : len - i;
		buf_mem(&r->text, s + i, run);
		i += run;
		if (i == len)
			break;
		inside =
		    i > 0 && i + 1 < len && s[i - 1] != '*' && s[i + 1] != '*';
		if (s[i] == '*')
			buf_str(&r->text, QUERY_JOKER);
		else if (inside && (s[i] == '_' || (blanks && s[i] == '-')))
			buf_mem(&r->text, " ", 1);
		else
			buf_mem(&r->text, s + i, 1);
	}
}

/* lemma:NAME or lemma:NAME/CLASS: the signs come off.  False for another. */
static bool
take_lemma(struct reader *r, struct mark *m, const char **s, size_t *len)
{
	static const char sign[] = "lemma:";
	const size_t n = sizeof(sign) - 1;
	const char *slash;

	m->pos = NULL;
	if (*len < n || memcmp(*s, sign, n) != 0)
		return false;
	if (*len == n)
		dict_bad(r, err_said("a lemma stands right behind lemma:"));
	*s += n;
	*len -= n;
	if (memchr(*s, '*', *len) != NULL)
		dict_bad(r, err_said("a lemma has no *"));
	if (r->d->lemma == DICT_NONE)
		r->d->lemma = r->d->n;
	slash = memrchr(*s, '/', *len);
	if (slash == NULL)
		return true;
	m->pos = slash + 1;
	m->pos_len = (size_t)(*s + *len - m->pos);
	*len = (size_t)(slash - *s);
	if (*len == 0 || !lexicons_is_class(m->pos, m->pos_len))
		dict_bad(r,
		    err_said("behind / stands a class, as NOUN, VERB or ADJ"));
	if (r->d->pos == DICT_NONE)
		r->d->pos = r->d->n;
	return true;
}

/* One written word: its signs come off. */
static void
add_mark(struct reader *r, const char *s, size_t len, bool blanks)
{
	struct mark *m = &r->mark[r->n_mark];
	size_t n;

	if (r->n_mark++ == DICT_WORDS)
		dict_bad(r, err_said("too many words"));
	m->exact = *s == '=' && len > 1;
	if (m->exact) {
		s++;
		len--;
	}
	m->lemma = take_lemma(r, m, &s, &len);
	if (m->exact && memchr(s, '*', len) != NULL)
		dict_bad(r, err_said("a word has either = or *"));
	n = strcspn(s, "= ");
	if (n < len && respace_is_elided(s, n)) /* d'=mot */
		dict_bad(r, err_said("= stands before a word of its own"));
	if (strspn(s, "*") >= len)
		dict_bad(r, err_said("* stands beside letters"));
	if (r->text.len > 0)
		buf_mem(&r->text, " ", 1);
	m->from = r->text.len;
	put_mark(r, s, len, blanks && !m->lemma);
	m->to = r->text.len;
}

static void
scan_entry(struct reader *r, bool blanks)
{
	const char *s = r->nfc.s;
	const char *end = s + r->nfc.len;

	r->text.len = 0;
	r->n_mark = 0;
	while (s < end) {
		const char *sp = memchr(s, ' ', (size_t)(end - s));

		if (sp == NULL)
			sp = end;
		add_mark(r, s, (size_t)(sp - s), blanks);
		s = sp + (sp < end);
	}
	scan_slack(&r->text);
	scan_text(r->sc, r->text.s, r->text.len);
	if (r->sc->n == 0)
		dict_bad(r, err_said("no word"));
	if (r->sc->n > DICT_WORDS)
		dict_bad(r, err_said("too many words"));
}

static void
check_theme(const struct reader *r, const char *theme)
{
	size_t len = strlen(theme);

	if (len == 0)
		die_data(r->t.in.name, r->t.in.line, "a row without a theme");
	if (*theme == '/' || theme[len - 1] == '/' ||
	    strstr(theme, "//") != NULL)
		die_data(r->t.in.name, r->t.in.line,
		    "theme '%s': a part between / is empty", theme);
}

/* Mostly that of the entry before. */
static char *
take_theme(struct reader *r, const char *s, size_t len)
{
	const struct dict *d = r->d;

	if (d->n > 0 && len == r->theme_len &&
	    memcmp(d->entry[d->n - 1].theme, s, len) == 0)
		return d->entry[d->n - 1].theme;
	tidy(&r->nfc, &r->word, s, len);
	check_theme(r, r->nfc.s);
	r->theme_len = r->nfc.len;
	return mem_copy(r->nfc.s, r->nfc.len);
}

/* The node behind n words. */
static uint32_t
add_path(struct dict *d, const uint32_t *word, size_t n)
{
	uint32_t node = 0;

	for (size_t i = 0; i < n; i++)
		node = dict_add_edge(d, node, word[i]);
	if (n > d->max)
		d->max = n;
	return node;
}

/* The node behind the words of the entry in r->nfc, which is scanned. */
static uint32_t
add_scanned(struct reader *r, bool blanks)
{
	uint32_t word[DICT_WORDS];

	scan_entry(r, blanks);
	for (size_t i = 0; i < r->sc->n; i++)
		word[i] = dict_word(r, &r->sc->tok[i]);
	return add_path(r->d, word, r->sc->n);
}

/* The node behind the words of an entry as it is written. */
static uint32_t
add_words(struct reader *r, struct dict_entry *e, const char *s, size_t len)
{
	uint32_t word[DICT_WORDS];
	size_t n = dict_plain(r, s, word);

	if (n > 0) {
		e->text = dict_keep(r->d, s, len);
		return add_path(r->d, word, n);
	}
	tidy(&r->nfc, &r->word, s, len);
	if (r->nfc.len == 0)
		die_data(r->t.in.name, r->t.in.line, "a row without an entry");
	e->text = dict_keep(r->d, r->nfc.s, r->nfc.len);
	return add_scanned(r, false);
}

/* The entry, which is new, asks for the same words as entry k: behind it in
 * its chain.  Of another theme than those, it may count too. */
static void
chain(struct dict *d, uint32_t k)
{
	struct dict_entry *e = &d->entry[d->n];

	e->first = k;
	e->counts = d->all && !e->spares;
	for (;;) {
		if (strcmp(d->entry[k].theme, e->theme) == 0)
			e->counts = false;
		if (d->entry[k].next == DICT_NONE)
			break;
		k = d->entry[k].next;
	}
	d->entry[k].next = d->n;
}

static void
add_entry(struct reader *r, size_t theme, size_t entry)
{
	struct dict *d = r->d;
	struct dict_entry *e;
	uint32_t node;

	if (d->n == d->cap)
		d->entry =
		    mem_grow(d->entry, &d->cap, (size_t)d->n + 1, sizeof(*e));
	e = &d->entry[d->n];
	*e = (struct dict_entry){.line = r->t.in.line,
	    .first = DICT_NONE,
	    .next = DICT_NONE,
	    .counts = true};
	e->theme = take_theme(r, r->t.cell[theme], r->t.size[theme]);
	e->spares = strcmp(e->theme, DICT_SPARES) == 0;
	node = add_words(r, e, r->t.cell[entry], r->t.size[entry]);
	if (d->end[node] == DICT_NONE)
		d->end[node] = d->n;
	else
		chain(d, d->end[node]);
	if (d->blanks && strchr(e->text, '-') != NULL) { /* no plain word has */
		node = add_scanned(r, true);
		if (d->end[node] == DICT_NONE)
			d->end[node] = d->n;
	}
	d->n++;
}

/* More letters first. */
static int
by_letters(const void *a, const void *b)
{
	const struct dict_glob *x = a;
	const struct dict_glob *y = b;

	if (x->letters != y->letters)
		return x->letters > y->letters ? -1 : 1;
	return (x->word > y->word) - (x->word < y->word);
}

void
dict_open(struct dict *d, const struct dict_opts *o, struct scan *sc,
    struct stemmer *st)
{
	struct reader r = {.d = d, .sc = sc, .st = st};
	size_t theme;
	size_t entry;

	*d = (struct dict){.file = mem_string(o->path),
	    .all = o->all,
	    .blanks = o->blanks,
	    .bare = o->bare,
	    .lemma = DICT_NONE,
	    .pos = DICT_NONE};
	/* at once: what is not written costs nothing, what is moved does */
	d->entry = mem_grow(NULL, &d->cap, ENTRIES, sizeof(*d->entry));
	d->end = mem_grow(NULL, &d->cap_end, NODES, sizeof(*d->end));
	d->signs = mem_grow(NULL, &d->cap_signs, NODES, sizeof(*d->signs));
	d->end[0] = DICT_NONE;
	d->signs[0] = 0;
	tsv_open(&r.t, o->path);
	theme = tsv_column(&r.t, "theme");
	entry = tsv_column(&r.t, "entry");
	while (tsv_next(&r.t))
		add_entry(&r, theme, entry);
	if (d->n_glob > 0)
		qsort(d->glob, d->n_glob, sizeof(*d->glob), by_letters);
	tsv_close(&r.t);
	keys_free(&r.seen);
	free(r.asks);
	buf_free(&r.nfc);
	buf_free(&r.text);
	buf_free(&r.word);
	buf_free(&r.key);
}
