/* match - the hits of a theme dictionary in a stream of tokens (themes.1).
 *
 * From left to right, the longest entry that begins at a token is the hit, and
 * the search goes on behind it; nothing is matched across match_end(). */
#ifndef MATCH_H
#define MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dict.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/stream/tokid.h"
#include "lib/stream/vrt.h"

/* A distinct token (kind, form, stem): its form in the dictionary has the same
 * number. */
struct match_known {
	uint32_t at; /* of the form in the token's key */
	uint32_t len;
	bool word;
};

/* The calls are the caller's, set after match_open(). */
struct match {
	/* tok[i] .. tok[i + f->len - 1] are a hit. */
	void (*hit)(void *arg, size_t i, const struct dict_found *f);
	/* dict.found[0..n-1] begin where a hit of the winner is, best (or n)
	 * is the hit itself; NULL where nobody asks. */
	void (*lost)(void *arg, uint32_t winner, size_t best, size_t n);
	void *arg;
	struct dict dict;
	struct stemmer stemmer;
	const struct vrt *v;
	size_t form; /* columns */
	int kind;
	int stem;
	struct tokid tokens;       /* by kind, form, stem */
	struct match_known *known; /* by number of the token */
	size_t cap_known;
	struct buf plain[2]; /* form and stem, entities undone */
	/* the sentence under way */
	uint32_t *tok; /* numbers */
	size_t n;
	size_t cap;
	uint64_t gone;  /* tokens of the stream before tok[0] */
	size_t until;   /* the hit under way ends before this token */
	uint32_t cover; /* its entry */
	bool begins;    /* some token may begin an entry */
};

/* dict: the table, NULL for the bundled one; rules: folder of the tokeniser's
 * rules and the stemmer's overrides, NULL for the bundled ones. */
void match_open(struct match *m, const char *dict, const char *rules);
/* Before the first token: the columns of the stream. */
void match_stream(struct match *m, struct vrt *v);
void match_close(struct match *m);
void match_resolve(struct match *m, uint32_t id);
void match_shorten(struct match *m);
/* The sentence ends, or tokens were taken out: the calls for what is in it. */
void match_end(struct match *m);

enum {
	MATCH_WINDOW = 1 << 16
}; /* tokens kept of a sentence without end */

/* The token of the last event; what is known of it. */
static inline const struct match_known *
match_token(struct match *m)
{
	uint32_t n = m->tokens.keys.n;
	uint32_t id = tokid_get(&m->tokens, m->v);

	if (id == n)
		match_resolve(m, id);
	m->begins |= m->dict.form[id].begins;
	if (m->n == m->cap)
		m->tok = mem_grow(m->tok, &m->cap, m->n + 1, sizeof(*m->tok));
	m->tok[m->n++] = id;
	if (m->n == MATCH_WINDOW)
		match_shorten(m);
	return &m->known[id];
}

#endif
