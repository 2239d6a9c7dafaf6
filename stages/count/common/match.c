#include "match.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/lang.h"

/* Columns that tell tokens apart, beside the one that is counted. */
enum {
	FORM,
	STEM
};

void
match_open(struct match *m, const char *dict, const char *rules)
{
	char *bundled = NULL;
	char *over;

	*m = (struct match){0};
	if (dict == NULL)
		bundled = lang_path(LANG_THEMES);
	over = lang_rule(rules, LANG_STEMS);
	stemmer_open(&m->stemmer, over);
	free(over);
	dict_open(&m->dict, dict != NULL ? dict : bundled, rules, &m->stemmer);
	free(bundled);
	intern_open(&m->forms);
}

void
match_stream(struct match *m, struct tokens *t, struct tokens_opts o,
    char **files, int n)
{
	o.also[FORM] = "form";
	o.also[STEM] = "stem";
	o.lenient = true;
	o.by_kind = true;
	tokens_open(t, &o, files, n);
	(void)vrt_column(&t->v, "form");
	m->t = t;
}

void
match_close(struct match *m)
{
	dict_free(&m->dict);
	stemmer_close(&m->stemmer);
	intern_free(&m->forms);
	buf_free(&m->form);
	free(m->known);
	free(m->tok);
}

/* A token not seen before. */
void
match_resolve(struct match *m)
{
	size_t len;
	const char *s = tokens_kind(m->t, &len);
	struct match_known k = {.word = len == 1 && *s == 'w'};
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
	(void)dict_form(&m->dict, s, len, stem, stem_len);
	m->known = mem_grow(
	    m->known, &m->cap_known, m->n_known + (size_t)1, sizeof(*m->known));
	m->known[m->n_known++] = k;
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
		if (hit) {
			m->until = i + m->dict.found[best].len;
			m->cover = m->dict.found[best].entry;
			m->hit(m->arg, i, &m->dict.found[best]);
		}
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
}
