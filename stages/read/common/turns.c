#include "turns.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/utf.h"
#include "read/common/span.h"
#include "read/common/speaker_line.h"
#include "read/common/turns_name.h"

enum {
	BARE_WORDS = 8 /* of a name without a sign behind it */
};

enum turns_unit
turns_unit(const char *arg)
{
	static const char *const name[] = {"file", "speaker", "turn"};

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(arg, name[i]) == 0)
			return (enum turns_unit)(TURNS_FILE + i);
	die_usage("option -u: '%s': give turn, speaker or file", arg);
}

/* ---- lines come in ---- */

void
turns_line(
    struct turns *t, uint64_t line, bool indented, const char *s, size_t len)
{
	struct turns_line *l;

	t->l = mem_grow(t->l, &t->cap, t->n + 1, sizeof(*t->l));
	l = &t->l[t->n];
	*l = (struct turns_line){.off = t->text.len,
	    .len = len,
	    .line = line,
	    .indented = indented,
	    .gap = t->gap || t->n == 0};
	buf_mem(&t->text, s, len);
	t->n++;
	t->gap = false;
}

void
turns_gap(struct turns *t)
{
	t->gap = true;
}

/* Who speaks, if the line tells: by a name and a colon, or as records print
 * it.  The table has the last word. */
static bool
find_speaker(
    struct turns *t, const char *s, size_t len, struct speaker_line *to)
{
	const struct debates *d = &t->stage->d;
	size_t name;
	const char *known;

	*to = (struct speaker_line){.name = {s, 0}};
	if (turns_name(&t->table, s, len, &name, &to->rest)) {
		to->name.len = name;
		return true;
	}
	if (!speaker_line(d, &t->w, s, len, to))
		return false;
	if (to->role.len > 0 && to->role.s > to->name.s) {
		size_t whole = (size_t)(to->role.s + to->role.len - s);

		if (speakers_find(&t->table, s, whole) != NULL) {
			to->name.len = whole;
			to->role.len = 0;
		}
	}
	known = speakers_find(&t->table, s, to->name.len);
	return known == NULL || *known != '\0';
}

bool
turns_who(struct turns *t, const char *s, size_t len, struct span *name)
{
	struct speaker_line line;

	if (!find_speaker(t, s, len, &line))
		return false;
	*name = line.name;
	return true;
}

bool
turns_begins(
    struct turns *t, const struct buf *before, const char *s, size_t len)
{
	struct speaker_line line;

	if (t->lone || !find_speaker(t, s, len, &line))
		return false;
	return !line.stop ||
	    speaker_line_after(&t->stage->d, &t->w, before->s, before->len);
}

/* ---- and are cut ---- */

/* Blanks as one space. */
static void
put_name(struct buf *b, const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		if (!utf_is_space(cp))
			buf_mem(b, s, n);
		else if (b->len > 0 && b->s[b->len - 1] != ' ')
			buf_str(b, " ");
		s += n;
	}
	while (b->len > 0 && b->s[b->len - 1] == ' ')
		b->len--;
}

/* The number of a role or party. */
static uint32_t
word_number(struct turns *t, const struct span *s)
{
	struct buf b = {0};
	uint32_t k;

	if (s->len == 0)
		return TURNS_NOBODY;
	if (t->words.n_slot == 0)
		intern_open(&t->words);
	put_name(&b, s->s, s->len);
	k = intern_add(&t->words, b.s, b.len);
	buf_free(&b);
	return k;
}

/* The number of a name, as the table has it. */
static uint32_t
name_number(struct turns *t, const char *s, size_t len)
{
	const char *known = speakers_find(&t->table, s, len);
	struct buf b = {0};
	uint32_t n = t->names.n;
	uint32_t k;

	if (t->names.n_slot == 0)
		intern_open(&t->names);
	put_name(&b, s, len);
	if (known == NULL)
		known = speakers_find(&t->table, b.s, b.len);
	k = known != NULL ? intern_add(&t->names, known, strlen(known))
			  : intern_add(&t->names, b.s, b.len);
	t->said =
	    mem_grow(t->said, &t->said_cap, (size_t)k + 1, sizeof(*t->said));
	if (k == n)
		t->said[k] = (struct turns_said){0, 0};
	buf_free(&b);
	return k;
}

static struct turn *
new_turn(struct turns *t, uint64_t line)
{
	struct turn *u;

	t->turn =
	    mem_grow(t->turn, &t->turn_cap, t->n_turn + 1, sizeof(*t->turn));
	u = &t->turn[t->n_turn++];
	*u = (struct turn){TURNS_NOBODY, TURNS_NOBODY, TURNS_NOBODY, line, 0};
	return u;
}

/* Takes the first n bytes off the line. */
static void
advance(struct turns_line *l, size_t n)
{
	l->off += n;
	l->len -= n;
}

static void
cut_named(struct turns *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct turns_line *l = &t->l[i];
		struct speaker_line line;

		if (find_speaker(t, t->text.s + l->off, l->len, &line)) {
			struct turn *u = new_turn(t, l->line);

			u->who = name_number(t, line.name.s, line.name.len);
			u->role = word_number(t, &line.role);
			u->party = word_number(t, &line.party);
			l->aside_len = line.aside.len;
			if (line.aside.len > 0)
				l->aside = (size_t)(line.aside.s - t->text.s);
			advance(l, line.rest);
		}
		l->turn = t->n_turn - 1;
	}
}

/* Is line i a name alone: indented between blank lines, an indented line of
 * text behind it? */
static bool
is_lone_name(const struct turns *t, size_t i)
{
	const struct turns_line *l = &t->l[i];
	const char *s = t->text.s + l->off;
	const char *known = speakers_find(&t->table, s, l->len);

	if (!l->indented || !l->gap || i + 1 == t->n || !l[1].gap ||
	    !l[1].indented)
		return false;
	return known != NULL ? *known != '\0' : turns_lone_name(s, l->len);
}

/* A title between the turns: alone, not indented, no sentence. */
static bool
is_title(const struct turns *t, size_t i)
{
	const struct turns_line *l = &t->l[i];
	const char *s = t->text.s + l->off;

	return !l->indented && l->gap && (i + 1 == t->n || l[1].gap) &&
	    !turns_is_stage(s, l->len) && !span_is_punctuated(s, l->len) &&
	    span_words(s, l->len) <= TURNS_STAGE_WORDS;
}

/* "Jeanne Vaillant, rapporteure." */
static void
take_lone_name(struct turns *t, struct turns_line *l, struct turn *u)
{
	const char *s = t->text.s + l->off;
	size_t len = l->len;
	const char *comma = memchr(s, ',', len);
	struct span role = {s, 0};

	if (speakers_find(&t->table, s, len) == NULL) {
		if (s[len - 1] == '.')
			len--;
		if (comma != NULL) {
			role = span_strip(comma, (size_t)(s + len - comma));
			len = (size_t)(comma - s);
		}
	}
	u->who = name_number(t, s, len);
	u->role = word_number(t, &role);
	advance(l, l->len);
}

/* What is left where the record had the name: ". " or ": ". */
static void
strip_rest(const struct turns *t, struct turns_line *l)
{
	const char *s = t->text.s + l->off;
	size_t n;

	if (l->len < 2 || (*s != '.' && *s != ':') || s[1] == '.')
		return;
	advance(l, 1);
	while (l->len > 0 &&
	    utf_is_space(
		utf_get(t->text.s + l->off, t->text.s + l->off + l->len, &n)))
		advance(l, n);
}

static void
cut_lone(struct turns *t)
{
	size_t titles = 0; /* lines before i that wait for a name */

	for (size_t i = 0; i < t->n; i++) {
		struct turns_line *l = &t->l[i];

		l->turn = t->n_turn - 1;
		if (is_title(t, i)) {
			l->type = "label";
			titles++;
			continue;
		}
		if (is_lone_name(t, i)) {
			take_lone_name(t, l, new_turn(t, l->line));
			for (size_t k = i - titles; k <= i + 1; k++)
				t->l[k].turn = t->n_turn - 1;
			strip_rest(t, &t->l[++i]);
		}
		titles = 0;
	}
}

/* Does the line begin with a name of several words, no sign but a capital
 * behind it? */
static bool
begins_bare(const struct turns *t, const char *s, size_t len)
{
	size_t at = 0;

	for (int words = 0; words < BARE_WORDS; words++) {
		size_t to = at;
		size_t n = 0;

		while (to < len && !utf_is_space(utf_get(s + to, s + len, &n)))
			to += n;
		at = to;
		while (at < len && utf_is_space(utf_get(s + at, s + len, &n)))
			at += n;
		if (at == len)
			return false;
		if (words > 0 && utf_is_upper(span_first(s + at, len - at)) &&
		    intern_find(&t->names, s, to) != UINT32_MAX)
			return true;
	}
	return false;
}

/* Lines of a turn, but for its first, that look like a turn of their own whose
 * colon was forgotten. */
static void
count_bare(struct turns *t, const char *file)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct turns_line *l = &t->l[i];

		if (l->len == 0 || t->turn[l->turn].line == l->line ||
		    !begins_bare(t, t->text.s + l->off, l->len))
			continue;
		if (t->n_bare++ == 0) {
			t->bare_file = file;
			t->bare_line = l->line;
		}
	}
}

static void
count_words(struct turns *t, const struct turns_line *l)
{
	const char *s = t->text.s + l->off;
	uint32_t who = t->turn[l->turn].who;

	if (l->type == NULL && who != TURNS_NOBODY)
		for (size_t i = 0; i < l->len; i++)
			t->said[who].words +=
			    s[i] != ' ' && (i == 0 || s[i - 1] == ' ');
}

void
turns_cut(struct turns *t, const char *file)
{
	new_turn(t, t->n > 0 ? t->l[0].line : 0);
	if (t->lone)
		cut_lone(t);
	else
		cut_named(t);
	for (size_t i = 0; i < t->n; i++) {
		struct turns_line *l = &t->l[i];

		if (l->len == 0)
			continue;
		t->turn[l->turn].n++;
		if (turns_is_stage(t->text.s + l->off, l->len))
			l->type = "stage";
		count_words(t, l);
	}
	for (size_t k = 1; k < t->n_turn; k++)
		t->said[t->turn[k].who].turns++;
	for (size_t k = 1; k < t->n_turn; k++)
		t->n_empty += t->turn[k].n == 0;
	if (t->n_turn == 1 && t->n > 0)
		missed_add(&t->no_one, file);
	if (!t->lone && t->names.n > 0)
		count_bare(t, file);
}

void
turns_free(struct turns *t)
{
	buf_free(&t->text);
	free(t->l);
	free(t->turn);
	free(t->said);
	debates_words_free(&t->w);
	if (t->names.n_slot > 0)
		intern_free(&t->names);
	if (t->words.n_slot > 0)
		intern_free(&t->words);
	speakers_free(&t->table);
	missed_free(&t->no_one);
}
