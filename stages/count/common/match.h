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
#include "lib/stream/tokens.h"
#include "lib/table/intern.h"

/* A distinct token: its form in the dictionary has the same number. */
struct match_known {
	uint32_t form; /* number in forms, if they are kept */
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
	bool keeps; /* forms */
	struct dict dict;
	struct stemmer stemmer;
	struct tokens *t;
	struct intern forms;       /* entities undone */
	struct buf form;           /* of a new token */
	struct match_known *known; /* by number of the token */
	uint32_t n_known;
	size_t cap_known;
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
/* Opens the stream as tokens_open() does, and told apart by form and stem too;
 * exit 1 without forms.  t is the caller's to close. */
void match_stream(struct match *m, struct tokens *t, struct tokens_opts o,
    char **files, int n);
void match_close(struct match *m);
void match_resolve(struct match *m);
void match_shorten(struct match *m);
/* The sentence ends, or tokens were taken out: the calls for what is in it. */
void match_end(struct match *m);

enum {
	MATCH_WINDOW = 1 << 16
}; /* tokens kept of a sentence without end */

/* At each TOKENS_WORD and TOKENS_PASS: what is known of the token. */
static inline const struct match_known *
match_token(struct match *m)
{
	uint32_t id = m->t->id;

	if (id == m->n_known)
		match_resolve(m);
	m->begins |= m->dict.form[id].begins;
	if (m->n == m->cap)
		m->tok = mem_grow(m->tok, &m->cap, m->n + 1, sizeof(*m->tok));
	m->tok[m->n++] = id;
	if (m->n == MATCH_WINDOW)
		match_shorten(m);
	return &m->known[id];
}

#endif
