#include "surface.h"

#include <stdlib.h>
#include <string.h>

#include "lib/stream/vrt.h"
#include "lib/text/utf.h"

void
surface_open(struct surface *t, bool entities)
{
	*t = (struct surface){.entities = entities};
	intern_open(&t->raw);
	intern_open(&t->texts);
	rules_open(&t->rules, NULL);
	scan_open(&t->scan, &t->rules);
}

void
surface_free(struct surface *t)
{
	intern_free(&t->raw);
	intern_free(&t->texts);
	scan_free(&t->scan);
	rules_free(&t->rules);
	clean_free(&t->clean);
	buf_free(&t->plain);
	buf_free(&t->form);
	free(t->w);
}

static char
kind_of(struct surface *t)
{
	static const char order[] = "wunsp";
	size_t best = sizeof(order) - 2;

	scan_text(&t->scan, t->plain.s, t->plain.len);
	for (size_t i = 0; i < t->scan.n; i++) {
		size_t k = (size_t)(strchr(order, t->scan.tok[i].kind) - order);

		if (k < best)
			best = k;
	}
	return order[best];
}

/* t->plain as tokenise(1) would read it, in the scanner: a sign for an
 * apostrophe at its end as before a letter (d´ of d´un); false if it reads it
 * as it is. */
static bool
mend(struct surface *t)
{
	struct buf *to = &t->scan.mend.text;
	size_t n = t->plain.len;
	size_t more = n > 0 &&
	    ((unsigned char)t->plain.s[n - 1] >= 0x80 ||
		t->plain.s[n - 1] == '`');
	struct buf b = {0};
	bool is;

	buf_mem(&b, t->plain.s, n);
	buf_mem(&b, "a", more);
	scan_slack(&b);
	is = memchr(b.s, ' ', n) == NULL &&
	    mend_text(&t->scan.mend, b.s, b.len, 0, b.len);
	buf_free(&b);
	if (!is)
		return false;
	to->len -= more;
	to->s[to->len] = '\0';
	scan_text(&t->scan, to->s, to->len);
	return true;
}

/* The form of t->plain, as text of a token stream, into t->form. */
static void
make_form(struct surface *t, char kind)
{
	const struct buf *from = mend(t) ? &t->scan.mend.text : &t->plain;
	struct token k = {.len = (uint32_t)from->len, .kind = (uint8_t)kind};
	const struct scan *sc = &t->scan; /* as kind_of() or mend() left it */
	struct buf b = {0};

	if (sc->n == 1 && sc->tok[0].len == k.len)
		k.shape = sc->tok[0].shape;
	buf_room(&b, SCAN_ROOM(from->len));
	b.len = scan_form(b.s, from->s, &k);
	for (size_t i = 0; i < b.len; i++)
		if (b.s[i] == ' ')
			b.s[i] = '_';
	t->form.len = 0;
	vrt_escape(&t->form, b.s, b.len);
	buf_free(&b);
}

static const char *
keep(struct surface *t, const char *s, size_t len)
{
	size_t n;

	return intern_s(&t->texts, intern_add(&t->texts, s, len), &n);
}

void
surface_new(struct surface *t, uint32_t id)
{
	struct surface_word w = {0};
	size_t len;
	const char *raw = intern_s(&t->raw, id, &len);
	struct buf b = {0};
	char *s;

	buf_mem(&b, "", 0);
	if (t->entities)
		vrt_plain(&b, raw, len);
	else
		buf_mem(&b, raw, len);
	s = b.s;
	len = b.len;
	clean_line(&t->clean, &s, &len);
	t->plain.len = 0;
	buf_mem(&t->plain, s, len);
	w.repaired = b.len != len || memcmp(b.s, s, len) != 0;
	scan_slack(&t->plain);
	w.kind = kind_of(t);
	w.digits = strpbrk(t->plain.s, "0123456789") != NULL;
	make_form(t, w.kind);
	w.form = keep(t, t->form.s, t->form.len);
	w.form_len = (uint32_t)t->form.len;
	b.len = 0;
	vrt_escape(&b, t->plain.s, t->plain.len);
	w.s = keep(t, b.s, b.len);
	w.len = (uint32_t)b.len;
	buf_free(&b);
	t->w = mem_grow(t->w, &t->cap, (size_t)id + 1, sizeof(*t->w));
	t->w[id] = w;
}

char
surface_kind(const struct surface_word *w, const char *upos, size_t len)
{
	if (w->kind == SCAN_ADDRESS)
		return w->kind;
	if (len == 5 && memcmp(upos, "PUNCT", 5) == 0)
		return SCAN_PUNCT;
	if (len == 3 && memcmp(upos, "SYM", 3) == 0)
		return SCAN_SYMBOL;
	if (len == 3 && memcmp(upos, "NUM", 3) == 0 && w->digits)
		return SCAN_NUMBER;
	return w->kind;
}
