#include "match.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/lang.h"

void
match_open(struct match *m, const char *dict, const char *rules)
{
	char *bundled = NULL;
	char *over;

	*m = (struct match){.kind = -1, .stem = -1};
	if (dict == NULL)
		bundled = lang_path(LANG_THEMES);
	over = lang_rule(rules, LANG_STEMS);
	stemmer_open(&m->stemmer, over);
	free(over);
	dict_open(&m->dict, dict != NULL ? dict : bundled, rules, &m->stemmer);
	free(bundled);
	tokid_open(&m->tokens);
}

void
match_stream(struct match *m, struct vrt *v)
{
	m->v = v;
	m->form = vrt_column(v, "form");
	m->kind = vrt_has(v, "kind");
	m->stem = vrt_has(v, "stem");
	tokid_column(&m->tokens, m->kind);
	tokid_column(&m->tokens, (int)m->form);
	tokid_column(&m->tokens, m->stem);
}

void
match_close(struct match *m)
{
	dict_free(&m->dict);
	stemmer_close(&m->stemmer);
	tokid_free(&m->tokens);
	free(m->known);
	free(m->tok);
	buf_free(&m->plain[0]);
	buf_free(&m->plain[1]);
}

static const char *
plain(struct buf *b, const char *s, size_t *len)
{
	b->len = 0;
	buf_mem(b, "", 0);
	vrt_plain(b, s, *len);
	*len = b->len;
	return b->s;
}

/* A token not seen before. */
void
match_resolve(struct match *m, uint32_t id)
{
	struct match_known k = {.word = true};
	const char *form;
	const char *stem;
	size_t len;
	size_t stem_len;

	if (m->kind >= 0) {
		form = vrt_col(m->v, (size_t)m->kind, &len);
		k.word = len == 1 && *form == 'w';
		k.at = (uint32_t)len + 1;
	}
	form = vrt_col(m->v, m->form, &len);
	k.len = (uint32_t)len;
	form = plain(&m->plain[0], form, &len);
	stem = form;
	stem_len = len;
	if (m->stem >= 0) {
		stem = vrt_col(m->v, (size_t)m->stem, &stem_len);
		stem = plain(&m->plain[1], stem, &stem_len);
	} else if (k.word)
		stem = stemmer_stem(&m->stemmer, form, len, &stem_len);
	(void)dict_form(&m->dict, form, len, stem, stem_len);
	m->known = mem_grow(
	    m->known, &m->cap_known, (size_t)id + 1, sizeof(*m->known));
	m->known[id] = k;
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
