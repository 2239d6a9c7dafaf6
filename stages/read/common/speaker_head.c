#include "speaker_head.h"

#include <string.h>

#include "lib/lang/fr/words.h"
#include "lib/text/utf.h"
#include "span.h"

enum {
	NAME_WORDS = 7, /* of a name */
	PLAIN = 3       /* words behind a preposition */
};

static bool
take(struct speaker_head *h, int kinds)
{
	size_t n = debates_match(h->d, h->w, h->i, kinds);

	h->i += n;
	if (n > 0)
		h->at = h->w->w[h->i - 1].end;
	return n > 0;
}

static void
next(struct speaker_head *h)
{
	h->at = h->w->w[h->i++].end;
}

/* Only blanks between what has been read and the next word? */
static bool
goes_on(const struct speaker_head *h)
{
	return h->i < h->w->n && (h->i == 0 || debates_gap(h->w, h->i) == 0);
}

bool
speaker_head_upper(const struct speaker_head *h, size_t i)
{
	const struct debates_word *k = &h->w->w[i];

	return utf_is_upper(span_first(h->s + k->at, k->end - k->at));
}

static const char *
folded(const struct speaker_head *h, size_t i, size_t *len)
{
	*len = h->w->w[i].fold_end - h->w->w[i].fold;
	return h->w->fold.s + h->w->w[i].fold;
}

static bool
ends_with(const struct speaker_head *h, size_t i, const char *tail)
{
	size_t n = strlen(tail);
	size_t len;
	const char *f = folded(h, i, &len);

	return len > n && memcmp(f + len - n, tail, n) == 0;
}

/* ---- names ---- */

/* M. J.-B. Dupont, Ph. Martin: a letter, or no vowel in it. */
static bool
is_initial(const struct speaker_head *h, size_t i)
{
	size_t len;
	const char *f = folded(h, i, &len);

	if (debates_match(h->d, h->w, i, DEBATES_INITIAL) > 0)
		return true;
	if (len == 1) /* M. X and his kin are names */
		return strchr("nxyz", *f) == NULL;
	for (size_t k = 0; k < len; k++)
		if (strchr("aeiouy", f[k]) != NULL)
			return false;
	return len <= 3;
}

static bool
is_name_word(const struct speaker_head *h, size_t i)
{
	size_t len;
	const char *f = folded(h, i, &len);

	return speaker_head_upper(h, i) || words_is_particle(f, len);
}

/* "Jean-Luc d'Estaing", "J.-B. de Mun" */
static bool
take_name(struct speaker_head *h)
{
	bool capital = false;
	bool elided = false; /* M'Bala, M'jid */

	for (size_t n = 0; n < NAME_WORDS && h->i < h->w->n; n++) {
		bool initial;

		if (!(elided || is_name_word(h, h->i)) ||
		    debates_match(h->d, h->w, h->i, DEBATES_JOIN) > 0)
			break;
		capital = elided || speaker_head_upper(h, h->i);
		elided = ends_with(h, h->i, "'");
		initial = capital && !elided && is_initial(h, h->i);
		capital = capital && !elided && !initial;
		next(h);
		if (!goes_on(h) &&
		    !(initial && (debates_gap(h->w, h->i) & DEBATES_DOT) != 0))
			break;
	}
	if (capital && goes_on(h)) /* M. Dupont fils */
		(void)take(h, DEBATES_KIN);
	return capital;
}

/* ---- offices, roles, the room ---- */

/* Protestent: a verb, as the words before are plural. */
static bool
is_plural_verb(const struct speaker_head *h, size_t i)
{
	return ends_with(h, i, "ent") && !ends_with(h, i, "ment") &&
	    !ends_with(h, i, "dent");
}

/* An infinitive may have an object: "chargée d'examiner le projet". */
static bool
is_infinitive(const struct speaker_head *h, size_t i)
{
	return ends_with(h, i, "er") || ends_with(h, i, "ir") ||
	    ends_with(h, i, "re");
}

/* "et M. Dupont": somebody else. */
static bool
joins_another(const struct speaker_head *h)
{
	size_t n = debates_match(h->d, h->w, h->i, DEBATES_JOIN);

	return n > 0 &&
	    debates_match(
		h->d, h->w, h->i + n, DEBATES_CIVILITY | DEBATES_ADDRESS) > 0;
}

/* Where the tail of an office, a role or the room has got to. */
struct tail {
	bool first;  /* no word of it is read */
	bool linked; /* the last word was a preposition */
	bool may;    /* plain words may come */
	size_t plain;
};

/* An article without a preposition before it begins an object. */
static bool
is_object(const struct speaker_head *h, const struct tail *t)
{
	return !t->linked && !t->first && !speaker_head_upper(h, h->i) &&
	    debates_match(h->d, h->w, h->i, DEBATES_ARTICLE) > 0 &&
	    !is_infinitive(h, h->i - 1);
}

/* An office, a name, or one of a few plain words. */
static bool
take_tail_word(struct speaker_head *h, struct tail *t)
{
	t->linked = false;
	if (take(h, DEBATES_OFFICE))
		return true;
	if (!speaker_head_upper(h, h->i) &&
	    (!t->may || ++t->plain > PLAIN || is_plural_verb(h, h->i)))
		return false;
	next(h);
	return true;
}

/* One step of take_tail(). */
static bool
take_step(struct speaker_head *h, struct tail *t)
{
	if (t->linked && take(h, DEBATES_CIVILITY)) { /* à M. Dupont */
		t->linked = false;
		return take_name(h);
	}
	if (take(h, DEBATES_LINK)) {
		t->linked = t->may = true;
		t->plain = 0;
		return true;
	}
	if (is_object(h, t))
		return false;
	if (!speaker_head_upper(h, h->i) && take(h, DEBATES_ARTICLE))
		return true;
	return take_tail_word(h, t);
}

/* What an office, a role or the room goes on with, up to a sign: prepositions,
 * each with a few words, offices, names; first: whatever stands before it.
 * False where a sentence is seen. */
static bool
take_tail(struct speaker_head *h, bool first)
{
	struct tail t = {.first = first, .may = first};

	for (; h->i < h->w->n && (t.first || goes_on(h)); t.first = false) {
		if (debates_stops(h->d, h->w, h->i))
			return false;
		if (!t.first && joins_another(h))
			return true;
		if (!take_step(h, &t))
			return false;
	}
	return true;
}

/* "le ministre de l'intérieur, de la ville et du port" */
static bool
take_office(struct speaker_head *h)
{
	if (!take(h, DEBATES_ARTICLE) || !goes_on(h) ||
	    !take(h, DEBATES_OFFICE))
		return false;
	h->bare = !goes_on(h);
	if (!take_tail(h, false))
		return false;
	while (debates_gap(h->w, h->i) == DEBATES_COMMA &&
	    !speaker_head_upper(h, h->i - 1) &&
	    debates_match(h->d, h->w, h->i, DEBATES_LINK) > 0)
		if (!take_tail(h, true))
			return false;
	return true;
}

/* A word or two that a role begins with, or what somebody does: "se levant". */
static bool
take_begin(struct speaker_head *h, bool *role)
{
	size_t i = h->i;

	if (debates_match(h->d, h->w, i, DEBATES_ARTICLE) > 0)
		i++;
	*role |=
	    debates_match(h->d, h->w, i, DEBATES_OFFICE | DEBATES_BEHALF) > 0;
	if (debates_match(h->d, h->w, i, DEBATES_OFFICE | DEBATES_LINK) > 0)
		return true;
	if (i + 1 < h->w->n && debates_stops(h->d, h->w, i))
		i++;
	if (!ends_with(h, i, "ant") && !ends_with(h, i, "ement"))
		return false;
	while (h->i <= i)
		next(h);
	return true;
}

bool
speaker_head_role(struct speaker_head *h, bool *role)
{
	*role = false;
	do {
		size_t i = h->i;

		if (i == h->w->n || !take_begin(h, role))
			return false;
		if ((h->i == i || goes_on(h)) && !take_tail(h, true))
			return false;
	} while (debates_gap(h->w, h->i) == DEBATES_COMMA);
	return true;
}

/* ---- who ---- */

/* MM., Mmes: the word before is of several. */
static bool
is_plural(const struct speaker_head *h)
{
	size_t len;
	const char *f = folded(h, h->i - 1, &len);

	return f[len - 1] == 's' || (len == 2 && f[0] == f[1]);
}

/* Does another name follow the comma, and no role? */
static bool
lists_on(const struct speaker_head *h, bool plural)
{
	return debates_match(
		   h->d, h->w, h->i, DEBATES_CIVILITY | DEBATES_ADDRESS) > 0 ||
	    (plural && speaker_head_upper(h, h->i) &&
		debates_match(h->d, h->w, h->i, DEBATES_OFFICE) == 0);
}

/* "à gauche", "du groupe X", "et à droite": where a room speaks from. */
static bool
take_room(struct speaker_head *h)
{
	size_t i = h->i;

	if (!goes_on(h))
		return true;
	i += debates_match(h->d, h->w, i, DEBATES_JOIN);
	if (i < h->w->n &&
	    debates_match(h->d, h->w, i, DEBATES_BENCH | DEBATES_ROOM) == 0)
		return false;
	return i < h->w->n && take_tail(h, false);
}

/* An office or a name. */
static bool
take_one(struct speaker_head *h)
{
	if (debates_match(h->d, h->w, h->i, DEBATES_ARTICLE) > 0 &&
	    debates_match(h->d, h->w, h->i + 1, DEBATES_OFFICE) > 0)
		return take_office(h);
	return take_name(h);
}

/* "M. X, Mme Y et plusieurs membres à gauche": a list has its "et", or is one
 * of names each with its civility; a greeting is not. */
static bool
take_civil(struct speaker_head *h)
{
	bool plural = is_plural(h);
	bool list = false;
	bool civil = debates_match(h->d, h->w, 0, DEBATES_CIVILITY) > 0;

	while (h->i < h->w->n && take_one(h)) {
		if (goes_on(h) && take(h, DEBATES_JOIN)) {
			list = false;
			if (take(h, DEBATES_ROOM))
				return take_room(h);
		} else if (h->i < h->w->n && lists_on(h, plural) &&
		    debates_gap(h->w, h->i) == DEBATES_COMMA) {
			list = true;
			civil &= debates_match(
				     h->d, h->w, h->i, DEBATES_CIVILITY) > 0;
		} else {
			return !list || civil;
		}
		civil &=
		    debates_match(h->d, h->w, h->i + 1, DEBATES_ARTICLE) == 0;
		(void)take(h, DEBATES_CIVILITY | DEBATES_ADDRESS);
	}
	return false;
}

enum speaker_kind
speaker_head_who(struct speaker_head *h)
{
	if (take(h, DEBATES_ADDRESS))
		return take_civil(h) ? SPEAKER_ADDRESS : SPEAKER_NONE;
	if (take(h, DEBATES_CIVILITY))
		return take_civil(h) ? SPEAKER_CIVIL : SPEAKER_NONE;
	if (take(h, DEBATES_ROOM))
		return take_room(h) ? SPEAKER_ROOM : SPEAKER_NONE;
	if (h->w->n > 1 && debates_match(h->d, h->w, 0, DEBATES_ARTICLE) > 0 &&
	    debates_match(h->d, h->w, 1, DEBATES_OFFICE) > 0)
		return take_office(h) ? SPEAKER_OFFICE : SPEAKER_NONE;
	return take_name(h) ? SPEAKER_NAME : SPEAKER_NONE;
}
