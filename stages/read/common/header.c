#include "header.h"

#include <string.h>

#include "lib/text/slug.h"
#include "lib/text/utf.h"

enum {
	KEY_MAX = 40,
	KEY_WORDS = 4
};
enum kind {
	BLANK,
	KNOWN,
	OTHER,
	TEXT,
	PLAIN
};

/* Length of the key before the colon, 0 if s does not begin with one. */
static size_t
key_of(const char *s, size_t len, size_t *colon)
{
	const char *c = memchr(s, ':', len < KEY_MAX ? len : KEY_MAX);
	const char *p = s;
	size_t words = 1;
	size_t n = 0;

	if (c == NULL || (c + 2 < s + len && c[1] == '/' && c[2] == '/'))
		return 0;
	*colon = (size_t)(c - s);
	while (p < c) {
		size_t k;
		int32_t cp = utf_get(p, c, &k);

		p += k;
		if (utf_is_space(cp)) {
			words += n == (size_t)(p - s) - k;
			continue; /* blanks before the colon are left out */
		}
		if (!utf_is_letter(cp) && cp != '\'' && cp != 0x2019 &&
		    (n == 0 ||
			(cp != '-' && cp != '_' && (cp < '0' || cp > '9'))))
			return 0;
		n = (size_t)(p - s);
	}
	return words > KEY_WORDS ? 0 : n;
}

static bool
is_text_key(const char *s, size_t len)
{
	struct buf b = {0};
	bool is;

	attrs_name(&b, s, len);
	is = strcmp(b.s, "text") == 0;
	buf_free(&b);
	return is;
}

/* Takes the line in, raw and, if it has a key, clean. */
static enum kind
take(struct header *h, const struct in *in, char *s, size_t len)
{
	struct header_line *l = &h->all[h->n_all++];
	struct clean scratch = {0};
	enum kind kind = PLAIN;
	size_t colon = 0;

	*l = (struct header_line){h->text.len, len, in->line, 0, 0, 0, 0};
	buf_mem(&h->text, s, len);
	clean_line(&scratch, &s, &len);
	if (len == 0) {
		kind = BLANK;
	} else if ((l->key_len = key_of(s, len, &colon)) > 0) {
		char *v = s + colon + 1;

		l->value_len = len - colon - 1;
		l->key = h->text.len;
		buf_mem(&h->text, s, l->key_len);
		kind = !attrs_known(s, l->key_len) ? OTHER
		    : is_text_key(s, l->key_len)   ? TEXT
						   : KNOWN;
		clean_line(&scratch, &v, &l->value_len);
		l->value = h->text.len;
		buf_mem(&h->text, v, l->value_len);
	}
	clean_free(&scratch);
	return kind;
}

/* Of the n header lines, those cleaned for good are counted. */
static void
count_repairs(struct header *h, struct clean *clean)
{
	for (size_t i = 0; i < h->n_head; i++) {
		char *s = h->text.s + h->all[i].off;
		size_t len = h->all[i].len;

		clean_line(clean, &s, &len);
	}
}

/* Texte intégral : the value is the first paragraph. */
static void
split_text_line(struct header *h)
{
	struct header_line *l = &h->all[h->n_head - 1];

	if (l->value_len == 0)
		return;
	h->all[h->n_all] = *l;
	h->rest = &h->all[h->n_all];
	h->rest->off = l->value;
	h->rest->len = l->value_len;
	h->n_rest = 1;
	l->len = 0; /* its repairs are counted with the text's */
}

void
header_read(struct header *h, struct in *in, struct clean *clean)
{
	enum kind kind = BLANK;
	bool blank = false;
	size_t known = 0; /* lines up to the last known key */
	size_t whole = 0; /* lines up to the last key */
	char *s;
	size_t len;

	while (h->n_all < HEADER_LINES && !h->eof) {
		if (!in_line(in, &s, &len)) {
			h->eof = true;
			break;
		}
		kind = take(h, in, s, len);
		if (kind == BLANK) {
			blank = whole > 0;
			continue;
		}
		if (kind == PLAIN || (kind == OTHER && blank))
			break;
		blank = false;
		whole = h->n_all;
		if (kind != OTHER)
			known = h->n_all;
		if (kind == TEXT)
			break;
	}
	if (known > 0)
		h->n_head = blank || kind == TEXT ? whole : known;
	h->rest = h->all + h->n_head;
	h->n_rest = h->n_all - h->n_head;
	if (kind == TEXT && h->n_head > 0)
		split_text_line(h);
	count_repairs(h, clean);
}

uint64_t
header_attrs(const struct header *h, struct attrs *to)
{
	struct attrs own = {0};
	uint64_t n_bad = 0;

	for (size_t i = 0; i < h->n_head; i++) {
		const struct header_line *l = &h->all[i];
		const char *value = h->text.s + l->value;
		struct buf name = {0};

		if (l->key_len == 0 || l->value_len == 0)
			continue;
		attrs_name(&name, h->text.s + l->key, l->key_len);
		if (name.len == 0 || strcmp(name.s, "text") == 0) {
			buf_free(&name);
			continue;
		}
		if (attrs_get(&own, name.s) != NULL)
			attrs_join(&own, name.s, value, l->value_len);
		else if (!attrs_read(&own, name.s, value, l->value_len))
			n_bad++;
		buf_free(&name);
	}
	attrs_merge(to, &own);
	attrs_free(&own);
	return n_bad;
}

void
header_free(struct header *h)
{
	buf_free(&h->text);
}
