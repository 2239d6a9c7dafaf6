#include "match.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "dict_image.h"
#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/lang.h"

/* Columns that tell tokens apart, beside the one that is counted. */
enum {
	FORM,
	STEM,
	LEMMA,
	POS
};

void
match_open(struct match *m, const struct match_opts *o)
{
	struct dict_opts d = o->dict;
	char *bundled = NULL;
	char *path;

	*m = (struct match){.greetings = o->greetings};
	if (d.path == NULL)
		d.path = bundled = lang_path(LANG_THEMES);
	path = lang_rule(o->rules, LANG_STEMS);
	stemmer_open(&m->stemmer, path);
	free(path);
	rules_open(&m->rules, o->rules);
	scan_open(&m->scan, &m->rules);
	m->scan.slow = true; /* entries are too short for the fast way */
	if (!dict_image_read(&m->dict, &d, dict_image_key(&d, o->rules)))
		dict_open(&m->dict, &d, &m->scan, &m->stemmer);
	free(bundled);
	intern_open(&m->forms);
	intern_open(&m->addresses);
	path = lang_path(LANG_ADDRESSES);
	form_list(&m->addresses, path, true);
	free(path);
}

/* For an entry that asks for it. */
static void
need_column(const struct match *m, const struct tokens *t, uint32_t entry,
    const char *name)
{
	if (entry != DICT_NONE && vrt_has(&t->v, name) < 0)
		die_data(m->dict.file, m->dict.entry[entry].line,
		    "entry '%s': the texts have no column '%s' (tag gives it; "
		    "in a study LEMMATISE = tag)",
		    m->dict.entry[entry].text, name);
}

void
match_stream(struct match *m, struct tokens *t, struct tokens_opts o,
    char **files, int n)
{
	o.also[FORM] = "form";
	o.also[STEM] = "stem";
	if (m->dict.lemma != DICT_NONE) {
		o.also[LEMMA] = "lemma";
		o.also[POS] = "pos";
	}
	o.lenient = true;
	o.by_kind = true;
	tokens_open(t, &o, files, n);
	(void)vrt_column(&t->v, "form");
	need_column(m, t, m->dict.lemma, "lemma");
	need_column(m, t, m->dict.pos, "pos");
	m->t = t;
}

void
match_close(struct match *m)
{
	dict_free(&m->dict);
	stemmer_close(&m->stemmer);
	scan_free(&m->scan);
	rules_free(&m->rules);
	intern_free(&m->forms);
	intern_free(&m->addresses);
	buf_free(&m->part);
	buf_free(&m->stem);
	buf_free(&m->form);
	free(m->known);
	free(m->tok);
}

static enum match_greet
greet_of(const struct match *m, const char *form, size_t len, char kind)
{
	if (kind == 'p')
		return MATCH_BOUND;
	switch (lang_greeting(form, len)) {
	case LANG_GREETING_HEAD:
		return MATCH_HEAD;
	case LANG_GREETING_LINK:
		return MATCH_INSIDE;
	default:
		return intern_find(&m->addresses, form, len) != UINT32_MAX
		    ? MATCH_INSIDE
		    : MATCH_OTHER;
	}
}

/* The words of an expression that keep joined, projet_de_loi, cut as an entry
 * is. */
static void
resolve_parts(struct match *m, const char *form, size_t len)
{
	struct buf text = {0};

	buf_mem(&text, form, len);
	for (size_t i = 1; i + 1 < len; i++)
		if (text.s[i] == '_')
			text.s[i] = ' ';
	scan_slack(&text);
	scan_text(&m->scan, text.s, text.len);
	for (size_t i = 0;
	     i < m->scan.n && m->scan.n > 1 && m->scan.n <= m->dict.max; i++) {
		const struct token *t = &m->scan.tok[i];
		struct dict_token part = {0};

		m->part.len = 0;
		form_put(&m->part, text.s + t->at, t->len);
		part.form = part.stem = m->part.s;
		part.len = part.stem_len = m->part.len;
		if (t->kind == SCAN_WORD)
			part.stem = stemmer_stem(
			    &m->stemmer, part.form, part.len, &part.stem_len);
		dict_part(&m->dict, &part);
	}
	buf_free(&text);
}

/* Where an entry asks for it; the stem goes aside, of which the reader knows
 * one value at a time. */
static void
take_lemma(struct match *m, struct dict_token *d)
{
	const char *s;

	m->stem.len = 0;
	buf_mem(&m->stem, d->stem, d->stem_len);
	d->stem = m->stem.s;
	s = tokens_also(m->t, LEMMA, &d->lemma_len);
	m->part.len = 0;
	buf_mem(&m->part, s, d->lemma_len);
	d->lemma = m->part.s;
	d->pos = tokens_also(m->t, POS, &d->pos_len);
}

/* A token not seen before. */
void
match_resolve(struct match *m)
{
	size_t len;
	const char *s = tokens_kind(m->t, &len);
	struct match_known k = {.word = len == 1 && *s == 'w'};
	char kind = len == 1 ? *s : '\0';
	struct dict_token d = {0};
	size_t stem_len;
	const char *stem;

	s = tokens_also(m->t, FORM, &len);
	if (m->keeps)
		k.form = intern_add(&m->forms, s, len);
	k.word = k.word && len > 0; /* without a form it is none */
	m->form.len = 0;
	buf_mem(&m->form, s, len);
	s = m->form.s;
	stem = tokens_also(m->t, STEM, &stem_len);
	if (len == 0 || (stem == NULL && !k.word)) {
		stem = s;
		stem_len = len;
	} else if (stem == NULL)
		stem = stemmer_stem(&m->stemmer, s, len, &stem_len);
	d.form = s;
	d.len = len;
	d.stem = stem;
	d.stem_len = stem_len;
	if (m->dict.lemma != DICT_NONE && len > 0)
		take_lemma(m, &d);
	(void)dict_form(&m->dict, &d);
	if (memchr(s, '_', len) != NULL)
		resolve_parts(m, s, len);
	if (!m->greetings)
		k.greet = (uint8_t)greet_of(m, s, len, kind);
	m->known = mem_grow(
	    m->known, &m->cap_known, m->n_known + (size_t)1, sizeof(*m->known));
	m->known[m->n_known++] = k;
}

/* The first greeting that ends behind token i: a run of words of address
 * with one that makes a greeting, between punctuation or the sentence's ends.
 * Its place is set to the end where there is none. */
static void
seek_greeting(struct match *m, size_t i)
{
	while (m->greet_to <= i && m->greet_to < m->n) {
		size_t k = m->greet_to;
		bool head = false;
		uint8_t g = MATCH_OTHER;

		m->greet_from = k;
		for (; k < m->n; k++) {
			g = m->known[m->tok[k]].greet;
			if (g != MATCH_HEAD && g != MATCH_INSIDE)
				break;
			head |= g == MATCH_HEAD;
		}
		if (head && (k == m->n || g == MATCH_BOUND)) {
			m->greet_to = k;
			continue;
		}
		while (k < m->n && m->known[m->tok[k]].greet != MATCH_BOUND)
			k++;
		m->greet_from = m->greet_to = k + (k < m->n);
	}
}

static bool
in_greeting(struct match *m, size_t i)
{
	if (!m->greets)
		return false;
	seek_greeting(m, i);
	return m->greet_from <= i && i < m->greet_to;
}

/* found[best] is a hit, or an exception. */
static void
take(struct match *m, size_t i, size_t best)
{
	const struct dict_found *f = &m->dict.found[best];

	m->until = i + f->len;
	m->cover = f->entry;
	if (m->spared || !m->dict.entry[f->entry].spares)
		m->hit(m->arg, i, f);
}

/* The hits that begin at the tokens before `end`. */
static void
match(struct match *m, size_t end)
{
	for (size_t i = 0; i < end; i++) {
		size_t n;
		size_t best;
		bool hit = i >= m->until;

		if (!m->dict.form[m->tok[i]].begins ||
		    (!hit && m->lost == NULL))
			continue;
		n = dict_match(&m->dict, m->tok + i, m->n - i, &best);
		if (n == 0)
			continue;
		if (in_greeting(m, i)) {
			m->n_greeted += hit &&
			    !m->dict.entry[m->dict.found[best].entry].spares;
			m->until = hit ? i + m->dict.found[best].len : m->until;
			continue;
		}
		if (hit)
			take(m, i, best);
		if (m->lost != NULL)
			m->lost(m->arg, m->cover, hit ? best : n, n);
	}
}

void
match_end(struct match *m)
{
	if (m->begins)
		match(m, m->n);
	m->gone += m->n;
	m->n = 0;
	m->until = 0;
	m->begins = false;
	m->greets = false;
	m->greet_from = m->greet_to = 0;
}

/* A sentence without end: its beginning goes, but for what a match may
 * still need. */
void
match_shorten(struct match *m)
{
	size_t keep = m->dict.max;
	size_t gone = m->n - keep;

	if (m->begins)
		match(m, gone);
	memmove(m->tok, m->tok + gone, keep * sizeof(*m->tok));
	m->n = keep;
	m->gone += gone;
	m->until = m->until > gone ? m->until - gone : 0;
	m->greet_from = m->greet_to = 0;
}

void
match_note(const struct match *m, const char *hint)
{
	if (m->n_greeted > 0)
		note("hits left out in greetings: %" PRIu64 "%s", m->n_greeted,
		    hint);
}
