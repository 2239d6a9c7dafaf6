#include "dict.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "lib/table/tsv.h"
#include "lib/text/utf.h"

/* A word of an entry as its author wrote it, between blanks. */
struct mark {
	size_t from; /* bytes of the text without the signs */
	size_t to;
	char kind; /* '=' exact, '*' beginning, '~' stem */
};

struct reader {
	struct dict *d;
	struct tsv t;
	struct rules rules;
	struct scan sc;
	struct stemmer *st;
	struct buf nfc;
	struct buf text; /* the entry without signs: what is scanned */
	struct buf word;
	struct buf key; /* its kind and form, as in dict.words */
	struct mark mark[DICT_WORDS];
	size_t n_mark;
};

static void __attribute__((noreturn))
bad(const struct reader *r, const char *why)
{
	die_data(r->t.in.name, r->t.in.line, "entry '%s': %s", r->nfc.s, why);
}

/* NFC, runs of blanks of any kind as one space, none at the ends. */
static void
tidy(struct buf *to, struct buf *tmp, const char *s, size_t len)
{
	const char *end;
	size_t n;

	tmp->len = 0;
	to->len = 0;
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

/* One written word: its signs come off.  A beginning gets a letter behind
 * it, so that the scanner sees the inside of a word; it is taken off again
 * in take_word(). */
static void
add_mark(struct reader *r, const char *s, size_t len)
{
	struct mark *m = &r->mark[r->n_mark];

	if (r->n_mark++ == DICT_WORDS)
		bad(r, "too many words");
	m->kind = '~';
	if (*s == '=' && len > 1) {
		m->kind = '=';
		s++;
		len--;
	}
	if (s[len - 1] == '*') {
		if (m->kind == '=')
			bad(r, "a word has either = or *");
		m->kind = '*';
		len--;
	}
	if (len == 0 || memchr(s, '*', len) != NULL)
		bad(r, "* stands at the end of a word's beginning");
	if (r->text.len > 0)
		buf_mem(&r->text, " ", 1);
	m->from = r->text.len;
	buf_mem(&r->text, s, len);
	if (m->kind == '*')
		buf_mem(&r->text, "x", 1);
	m->to = r->text.len;
}

static void
scan_entry(struct reader *r)
{
	const char *s = r->nfc.s;
	const char *end = s + r->nfc.len;

	r->text.len = 0;
	r->n_mark = 0;
	while (s < end) {
		const char *sp = memchr(s, ' ', (size_t)(end - s));

		if (sp == NULL)
			sp = end;
		add_mark(r, s, (size_t)(sp - s));
		s = sp + (sp < end);
	}
	buf_room(&r->text, SCAN_SLACK);
	memset(r->text.s + r->text.len, 0, SCAN_SLACK);
	scan_text(&r->sc, r->text.s, r->text.len);
	if (r->sc.n == 0)
		bad(r, "no word");
	if (r->sc.n > DICT_WORDS)
		bad(r, "too many words");
}

/* The number of the word that token t asks for, given if it is new. */
static uint32_t
take_word(struct reader *r, const struct token *t)
{
	struct dict *d = r->d;
	struct mark *m = r->mark;
	struct buf *w = &r->word;
	size_t len;
	char kind;

	while (t->at >= m->to)
		m++;
	kind = m->kind;
	w->len = 0;
	if ((t->flags & SCAN_ESCAPE) != 0) {
		form_put(w, r->text.s + t->at, t->len);
		len = w->len;
	} else {
		buf_room(w, SCAN_ROOM(t->len));
		len = scan_form(w->s, r->text.s, t);
	}
	if (kind == '*' && t->at + t->len < m->to)
		kind = '~'; /* d'agricult*: only the last token is cut short */
	if (kind == '*' && --len == 0)
		bad(r, "* stands at the end of a word's beginning");
	if (kind == '*') {
		if (d->prefix_max == 0 || len < d->prefix_min)
			d->prefix_min = len;
		if (len > d->prefix_max)
			d->prefix_max = len;
	}
	if (kind == '~' && t->kind == SCAN_WORD) {
		const char *stem = stemmer_stem(r->st, w->s, len, &len);

		w->len = 0;
		buf_mem(w, stem, len);
	}
	r->key.len = 0;
	buf_mem(&r->key, &kind, 1);
	buf_mem(&r->key, w->s, len);
	return intern_add(&d->words, r->key.s, r->key.len);
}

static uint32_t
add_edge(struct dict *d, uint32_t node, uint32_t word)
{
	const uint32_t edge[2] = {node, word};
	size_t old = d->cap_end;

	node = 1 + intern_add(&d->edges, (const char *)edge, sizeof(edge));
	d->end =
	    mem_grow(d->end, &d->cap_end, (size_t)node + 1, sizeof(*d->end));
	for (; old < d->cap_end; old++)
		d->end[old] = DICT_NONE;
	return node;
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

static void
add_entry(struct reader *r, size_t theme, size_t entry)
{
	struct dict *d = r->d;
	struct dict_entry *e;
	uint32_t node = 0;
	uint32_t k;

	d->entry = mem_grow(d->entry, &d->cap, (size_t)d->n + 1, sizeof(*e));
	e = &d->entry[d->n];
	*e = (struct dict_entry){
	    .line = r->t.in.line, .first = DICT_NONE, .next = DICT_NONE};
	tidy(&r->nfc, &r->word, r->t.cell[theme], r->t.size[theme]);
	check_theme(r, r->nfc.s);
	e->theme = mem_copy(r->nfc.s, r->nfc.len);
	tidy(&r->nfc, &r->word, r->t.cell[entry], r->t.size[entry]);
	if (r->nfc.len == 0)
		die_data(r->t.in.name, r->t.in.line, "a row without an entry");
	e->text = mem_copy(r->nfc.s, r->nfc.len);
	scan_entry(r);
	for (size_t i = 0; i < r->sc.n; i++)
		node = add_edge(d, node, take_word(r, &r->sc.tok[i]));
	if (r->sc.n > d->max)
		d->max = r->sc.n;
	if (d->end[node] == DICT_NONE) {
		d->end[node] = d->n++;
		return;
	}
	k = d->end[node];
	e->first = k;
	while (d->entry[k].next != DICT_NONE)
		k = d->entry[k].next;
	d->entry[k].next = d->n++;
}

void
dict_open(
    struct dict *d, const char *path, const char *rules, struct stemmer *st)
{
	struct reader r = {.d = d, .st = st};
	size_t theme;
	size_t entry;

	*d = (struct dict){.file = mem_copy(path, strlen(path))};
	intern_open(&d->words);
	intern_open(&d->edges);
	rules_open(&r.rules, rules);
	scan_open(&r.sc, &r.rules);
	tsv_open(&r.t, path);
	theme = tsv_column(&r.t, "theme");
	entry = tsv_column(&r.t, "entry");
	while (tsv_next(&r.t))
		add_entry(&r, theme, entry);
	tsv_close(&r.t);
	scan_free(&r.sc);
	rules_free(&r.rules);
	buf_free(&r.nfc);
	buf_free(&r.text);
	buf_free(&r.word);
	buf_free(&r.key);
}

void
dict_free(struct dict *d)
{
	for (uint32_t i = 0; i < d->n; i++) {
		free(d->entry[i].theme);
		free(d->entry[i].text);
	}
	free(d->entry);
	free(d->file);
	intern_free(&d->words);
	intern_free(&d->edges);
	free(d->end);
	free(d->form);
	free(d->fan);
	free(d->found);
}

void
dict_note_repeats(const struct dict *d, bool list)
{
	uint32_t rest = 0;

	for (uint32_t i = 0; i < d->n; i++) {
		const struct dict_entry *e = &d->entry[i];
		const struct dict_entry *f;

		if (e->first == DICT_NONE)
			continue;
		f = &d->entry[e->first];
		if (!list && strcmp(e->theme, f->theme) == 0)
			rest++;
		else
			note("%s:%" PRIu64 ": '%s' (%s) asks for the same "
			     "words as '%s' (%s) in line %" PRIu64
			     ", and never counts",
			    d->file, e->line, e->text, e->theme, f->text,
			    f->theme, f->line);
	}
	if (rest > 0)
		note("%s: entries that repeat one of their own theme: %" PRIu32
		     " (-r lists them)",
		    d->file, rest);
}

/* ---- forms of the text ---- */

/* The node behind an edge, DICT_NONE if there is none. */
static uint32_t
follow(const struct dict *d, uint32_t node, uint32_t word)
{
	const uint32_t edge[2] = {node, word};
	uint32_t id = intern_find(&d->edges, (const char *)edge, sizeof(edge));

	return id == UINT32_MAX ? DICT_NONE : id + 1;
}

/* Adds the word "KIND s" to the form's list, if the dictionary has it. */
static void
add_fan(struct dict *d, struct dict_form *f, struct buf *key, size_t len)
{
	uint32_t word = intern_find(&d->words, key->s, len);

	if (word == UINT32_MAX)
		return;
	d->fan = mem_grow(d->fan, &d->cap_fan, d->n_fan + 1, sizeof(*d->fan));
	d->fan[d->n_fan++] = word;
	f->n++;
	f->begins = f->begins || follow(d, 0, word) != DICT_NONE;
}

uint32_t
dict_form(struct dict *d, const char *form, size_t len, const char *stem,
    size_t stem_len)
{
	struct dict_form f = {.from = (uint32_t)d->n_fan};
	struct buf key = {0};

	buf_mem(&key, "=", 1);
	buf_mem(&key, form, len);
	add_fan(d, &f, &key, key.len);
	key.len = 0;
	buf_mem(&key, "~", 1);
	buf_mem(&key, stem, stem_len);
	add_fan(d, &f, &key, key.len);
	key.len = 0;
	buf_mem(&key, "*", 1);
	buf_mem(&key, form, len);
	if (len > d->prefix_max)
		len = d->prefix_max;
	for (; len > 0 && len >= d->prefix_min; len--)
		add_fan(d, &f, &key, 1 + len);
	buf_free(&key);
	d->form = mem_grow(
	    d->form, &d->cap_form, (size_t)d->n_form + 1, sizeof(*d->form));
	d->form[d->n_form] = f;
	return d->n_form++;
}

/* ---- matches ---- */

static void
add_found(struct dict *d, size_t n, uint32_t entry, size_t len)
{
	d->found = mem_grow(d->found, &d->cap_found, n + 1, sizeof(*d->found));
	d->found[n] = (struct dict_found){entry, (uint32_t)len};
}

/* Depth first, the most exact word first: of matches of one length the first
 * found is the most exact, word by word. */
size_t
dict_match(struct dict *d, const uint32_t *form, size_t n, size_t *best)
{
	uint32_t node[DICT_WORDS + 1];
	uint32_t next[DICT_WORDS + 1];
	size_t found = 0;
	size_t k = 0; /* forms behind us: node[k] is where we are */

	*best = 0;
	node[0] = 0;
	next[0] = 0;
	for (;;) {
		const struct dict_form *f;
		uint32_t to;

		f = k < n && k < DICT_WORDS ? &d->form[form[k]] : NULL;
		if (f == NULL || next[k] == f->n) {
			if (k-- == 0)
				return found;
			continue;
		}
		to = follow(d, node[k], d->fan[f->from + next[k]++]);
		if (to == DICT_NONE)
			continue;
		node[++k] = to;
		next[k] = 0;
		if (d->end[to] == DICT_NONE)
			continue;
		add_found(d, found, d->end[to], k);
		if (found > 0 && k > d->found[*best].len)
			*best = found;
		found++;
	}
}
