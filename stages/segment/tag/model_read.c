/* The file of weights. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "model.h"

/* Letters of the keys in the file, 6 bits each. */
static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv"
			     "wxyz0123456789-_";
enum {
	DIGITS = MODEL_BITS / 6,
	DIGITS_ALL = 64,
	FIELDS = 6
};

/* A line of the file in its fields. */
struct line {
	const char *s[FIELDS];
	size_t len[FIELDS];
	size_t n;
};

void
model_put_key(struct out *o, uint64_t key)
{
	for (int i = DIGITS - 1; i >= 0; i--)
		out_ch(o, digits[key >> 6 * i & 63]);
}

static void __attribute__((noreturn)) bad(const struct in *in, const char *what)
{
	die_data(in->name, in->line, "no weights of tag: %s", err_said(what));
}

/* The number of a letter of a key in the low bits, 64 where it is none. */
static void
read_digits(uint8_t *digit)
{
	memset(digit, DIGITS_ALL, UCHAR_MAX + 1);
	for (unsigned i = 0; i < DIGITS_ALL; i++)
		digit[(unsigned char)digits[i]] = (uint8_t)i;
}

static uint64_t
read_key(const struct in *in, const uint8_t *digit, const char *s, size_t len)
{
	uint64_t key = 0;
	unsigned all = 0;

	if (len != DIGITS)
		bad(in, "a key has 8 letters");
	for (size_t i = 0; i < DIGITS; i++) {
		unsigned v = digit[(unsigned char)s[i]];

		all |= v;
		key = key << 6 | v;
	}
	if (all >= DIGITS_ALL)
		bad(in, "a key has letters, figures, '-' and '_'");
	if (key == 0)
		bad(in, "a key that is none");
	return key;
}

/* -2 -1 1 2 */
static int
read_place(const struct in *in, const char *s, size_t len)
{
	bool before = *s == '-';
	int at = len == 1U + before ? s[before] - '0' : 0;

	if (at < 1 || at > NEAR_REACH)
		bad(in, "a place is -2, -1, 1 or 2");
	return before ? -at : at;
}

static int
read_tag(const struct in *in, const char *s, size_t len)
{
	int tag = tag_number(s, len);

	if (tag < 0)
		bad(in, "a tag that is none of Universal Dependencies");
	return tag;
}

/* Whole numbers of 16 bits behind one another, blanks between, and no figure
 * behind the last one. */
static inline int16_t
read_weight(const struct in *in, const char **s)
{
	const char *p = *s;
	bool minus;
	int32_t v = 0;
	const char *first;

	while (*p == ' ')
		p++;
	minus = *p == '-';
	first = p += minus;
	while (*p >= '0' && *p <= '9' && v <= INT16_MAX + 1)
		v = 10 * v + (*p++ - '0');
	v = minus ? -v : v;
	if (p == first || v < INT16_MIN || v > INT16_MAX)
		bad(in, "a weight is a whole number of 16 bits");
	*s = p;
	return (int16_t)v;
}

/* The weights of these tags. */
static void
put_row(struct model *m, struct model_slot *slot, const struct row *row,
    uint32_t tags)
{
	slot->n = (uint8_t)__builtin_popcount(tags);
	if (slot->n > MODEL_FEW) {
		m->row =
		    mem_grow(m->row, &m->cap_row, m->n_row + 1, sizeof(*row));
		slot->is.row = (uint32_t)m->n_row;
		m->row[m->n_row++] = *row;
		return;
	}
	for (size_t i = 0; i < MODEL_FEW; i++, tags &= tags - 1) {
		slot->tag[i] =
		    (uint8_t)(tags == 0 ? TAGS : __builtin_ctz(tags));
		slot->is.few[i] = row->v[slot->tag[i]];
	}
}

/* w key weights: the letter of a tag, A for the first, and a number each. */
static void
read_feature(
    struct in *in, struct model *m, const uint8_t *digit, const struct line *l)
{
	struct model_slot *slot;
	struct row row = {{0}};
	const char *s = l->s[2];
	const char *end = s + l->len[2];
	uint32_t seen = 0;

	slot = model_add(m, read_key(in, digit, l->s[1], l->len[1]));
	if (slot == NULL)
		bad(in, "a key given twice");
	while (s < end) {
		unsigned tag = (unsigned char)*s++ - (unsigned)'A';

		if (tag >= TAGS)
			bad(in, "a letter that is no tag's");
		if (seen >> tag & 1)
			bad(in, "a letter twice");
		seen |= 1u << tag;
		row.v[tag] = read_weight(in, &s);
	}
	put_row(m, slot, &row, seen);
}

/* Is it a line of weights?  Most are. */
static bool
is_feature(struct line *l, const char *s, size_t len)
{
	const size_t at = 2 + DIGITS; /* the second tab */

	if (len <= at || s[0] != 'w' || s[1] != '\t' || s[at] != '\t' ||
	    memchr(s + at + 1, '\t', len - at - 1) != NULL)
		return false;
	l->s[1] = s + 2;
	l->len[1] = DIGITS;
	l->s[2] = s + at + 1;
	l->len[2] = len - at - 1;
	return true;
}

/* p TAG|- TAG|- weights: of all tags behind these two; the first is not there
 * for pairs. */
static void
read_behind(struct in *in, struct model *m, const struct line *l)
{
	int before[2] = {TAG_START, TAG_START};
	const char *s = l->s[l->n - 1];
	const char *end = s + l->len[l->n - 1];
	int32_t *to;

	for (size_t i = 0; i < l->n - 2; i++)
		if (l->len[i + 1] != 1 || *l->s[i + 1] != '-')
			before[i] = read_tag(in, l->s[i + 1], l->len[i + 1]);
	to = l->n == 3 ? m->behind.pair[before[0]]
		       : m->behind.triple[before[0]][before[1]];
	for (size_t k = 0; k < TAGS; k++)
		to[k] = read_weight(in, &s);
	if (s != end)
		bad(in, "a weight of each tag is wanted");
}

/* closed form TAG ...: of two lines of a form the first counts. */
static void
read_closed(struct in *in, struct model *m, const struct line *l)
{
	uint32_t may = 0;

	for (const char *s = l->s[2], *end = s + l->len[2]; s < end;) {
		size_t len = strcspn(s, " ");

		may |= 1u << read_tag(in, s, len);
		s += len + (s[len] == ' ');
	}
	if (may == 0)
		bad(in, "a form of no tag");
	texts_add(
	    &m->closed, 0, l->s[1], l->len[1], (const char *)&may, sizeof(may));
}

/* TAG text, and what belongs to it: of two lines the first counts. */
static void
read_text(struct in *in, struct texts *t, const struct line *l)
{
	texts_add(t, read_tag(in, l->s[1], l->len[1]), l->s[2], l->len[2],
	    l->s[3], l->len[3]);
}

/* near TAG form lemma place words. */
static void
read_near(const struct in *in, struct near *x, const struct line *l)
{
	struct near_rule *rule = near_add(x, l->s[2], l->len[2]);
	const char *end = l->s[5] + l->len[5];

	if (rule == NULL)
		bad(in, "too many lines near");
	rule->tag = read_tag(in, l->s[1], l->len[1]);
	buf_mem(&rule->lemma, l->s[3], l->len[3]);
	rule->at = read_place(in, l->s[4], l->len[4]);
	for (const char *s = l->s[5]; s < end;) {
		size_t len = strcspn(s, " ");

		(void)intern_add(&rule->words, s, len);
		s += len + (s[len] == ' ');
	}
}

static void
split(const struct in *in, struct line *l, char *s, size_t len)
{
	char *end = s + len;

	for (l->n = 0; l->n < FIELDS; l->n++) {
		char *tab = memchr(s, '\t', (size_t)(end - s));

		l->s[l->n] = s;
		l->len[l->n] = (size_t)((tab == NULL ? end : tab) - s);
		if (tab == NULL)
			break;
		s = tab + 1;
	}
	if (l->n++ == FIELDS)
		bad(in, "a line of too many columns");
}

static void
read_line(
    struct in *in, struct model *m, const uint8_t *digit, const struct line *l)
{
	static const struct {
		const char *name;
		size_t n;
	} kinds[] = {{"w", 3}, {"behind", 3}, {"behind", 4}, {"closed", 3},
	    {"lemma", 4}, {"ending", 4}, {"near", 6}};
	size_t k = 0;

	while (k < sizeof(kinds) / sizeof(*kinds) &&
	    (l->n != kinds[k].n || strlen(kinds[k].name) != l->len[0] ||
		memcmp(kinds[k].name, l->s[0], l->len[0]) != 0))
		k++;
	switch (k) {
	case 0:
		read_feature(in, m, digit, l);
		return;
	case 1:
	case 2:
		read_behind(in, m, l);
		return;
	case 3:
		read_closed(in, m, l);
		return;
	case 4:
		read_text(in, &m->lemmas, l);
		return;
	case 5:
		read_text(in, &m->endings, l);
		if (l->len[2] > m->longest)
			m->longest = l->len[2];
		return;
	case 6:
		read_near(in, &m->near, l);
		return;
	}
	bad(in, "a line of another kind");
}

/* The lines `near` of a model that was read from an image. */
static void
read_nears(struct model *m, const char *path)
{
	const struct in in = {.name = path};
	struct line l;
	size_t len;

	near_open(&m->near);
	for (size_t at = 0; at < m->nears.len; at += len + 1) {
		char *s = m->nears.s + at;

		len = strlen(s);
		split(&in, &l, s, len);
		if (l.n == FIELDS)
			read_near(&in, &m->near, &l);
	}
}

void
model_open(struct model *m, const char *path)
{
	uint64_t key = model_image_key(path);

	if (model_image_read(m, key))
		read_nears(m, path);
	else
		model_read(m, path);
}

void
model_read(struct model *m, const char *path)
{
	struct in in;
	char *s;
	size_t len;
	struct line l;
	uint8_t digit[UCHAR_MAX + 1];

	model_start(m);
	read_digits(digit);
	in_open(&in, path, NULL);
	if (!in_line(&in, &s, &len) || len != strlen(MODEL_HEAD) ||
	    memcmp(s, MODEL_HEAD, len) != 0)
		die_data(path, 1,
		    "no weights of tag, or of another version (tag -T makes "
		    "them)");
	while (in_line(&in, &s, &len)) {
		if (len == 0 || *s == '#')
			continue;
		s[len] = '\0';
		if (is_feature(&l, s, len)) {
			read_feature(&in, m, digit, &l);
			continue;
		}
		split(&in, &l, s, len);
		read_line(&in, m, digit, &l);
		if (*s == 'n')
			buf_mem(&m->nears, s, len + 1);
	}
	in_close(&in);
}
