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
#include "lib/lang/fr/scan.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/stream/tokens.h"
#include "lib/table/intern.h"

/* A distinct token: its form in the dictionary has the same number. */
struct match_known {
	uint32_t form; /* number in forms, if they are kept */
	bool word;
	uint8_t greet; /* enum match_greet */
};

/* What a token is to a greeting. */
enum match_greet {
	MATCH_OTHER,
	MATCH_BOUND, /* punctuation */
	MATCH_HEAD,  /* madame, chers: a greeting has one */
	MATCH_INSIDE /* députés, le, et: may stand in one */
};

struct match_opts {
	struct dict_opts dict; /* path NULL: the bundled one */
	const char *rules;     /* folder of the tokeniser's and of the stemmer's
				* overrides, NULL: the bundled */
	bool greetings;        /* they are matched too */
};

/* The calls are the caller's, set after match_open(). */
struct match {
	/* tok[i] .. tok[i + f->len - 1] are a hit, or if `spared` an exception,
	 * which dict.entry[] tells. */
	void (*hit)(void *arg, size_t i, const struct dict_found *f);
	/* dict.found[0..n-1] begin where a hit of the winner is, best (or n)
	 * is the hit itself; NULL where nobody asks. */
	void (*lost)(void *arg, uint32_t winner, size_t best, size_t n);
	void *arg;
	bool keeps;  /* forms */
	bool spared; /* exceptions are told too */
	struct dict dict;
	struct stemmer stemmer;
	struct tokens *t;
	struct rules rules; /* joined expressions are cut by them */
	struct scan scan;
	bool greetings;
	struct intern addresses;
	uint64_t n_greeted; /* hits left out */
	size_t greet_from;  /* the greeting under way, tokens */
	size_t greet_to;
	bool greets;               /* some token may begin one */
	struct intern forms;       /* entities undone */
	struct buf form;           /* of a new token */
	struct buf stem;           /* of it, where its lemma is read too */
	struct buf part;           /* of its lemma, of its joined words */
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

void match_open(struct match *m, const struct match_opts *o);
/* Opens the stream as tokens_open() does, and told apart by form and stem too;
 * exit 1 without forms.  t is the caller's to close. */
void match_stream(struct match *m, struct tokens *t, struct tokens_opts o,
    char **files, int n);
void match_close(struct match *m);
/* Notes the hits that greetings kept out; hint stands behind. */
void match_note(const struct match *m, const char *hint);
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
	m->greets |= m->known[id].greet == MATCH_HEAD;
	if (m->n == m->cap)
		m->tok = mem_grow(m->tok, &m->cap, m->n + 1, sizeof(*m->tok));
	m->tok[m->n++] = id;
	if (m->n == MATCH_WINDOW)
		match_shorten(m);
	return &m->known[id];
}

#endif
