#include "spilt.h"

#include <stdlib.h>
#include <string.h>

/* In the file: the head, the bytes of the type, those of the form. */
struct head {
	uint32_t type_len;
	uint32_t form_len; /* NO_FORM: the type itself, before its forms */
	struct spilt_count count;
};

#define NO_FORM UINT32_MAX

enum {
	BLOCK = 8 * 1024 /* bytes of a run that are read together, at least */
};

struct spilt_reader {
	struct head head;
	struct buf text; /* type and form */
	struct spool_view view;
	uint64_t at; /* byte of the next record */
	uint64_t end;
};

void
spilt_open(struct spilt *r)
{
	*r = (struct spilt){0};
	spool_open(&r->file, 1);
}

void
spilt_begin(struct spilt *r)
{
	r->from = mem_grow(r->from, &r->cap, r->n + 2, sizeof(*r->from));
	r->from[r->n++] = r->file.size;
	r->from[r->n] = r->file.size;
}

static void
put(struct spilt *r, const struct head *h, const char *type, const char *form)
{
	spool_put(&r->file, h, sizeof(*h));
	spool_put(&r->file, type, h->type_len);
	if (h->form_len != NO_FORM)
		spool_put(&r->file, form, h->form_len);
	r->from[r->n] = r->file.size;
}

void
spilt_type(
    struct spilt *r, const char *type, size_t len, const struct spilt_count *x)
{
	put(r, &(struct head){(uint32_t)len, NO_FORM, *x}, type, NULL);
}

void
spilt_form(struct spilt *r, const char *type, size_t len, const char *form,
    size_t form_len, uint64_t n)
{
	put(r, &(struct head){(uint32_t)len, (uint32_t)form_len, {.n = n}},
	    type, form);
}

/* ---- merge ---- */

static void
read_bytes(struct spilt_reader *x, void *to, size_t len)
{
	if (len > x->view.cap / 2)
		spool_get(x->view.s, x->at, to, len);
	else if (len > 0)
		memcpy(to, spool_at(&x->view, x->at, len), len);
	x->at += len;
}

static bool
advance(struct spilt_reader *x)
{
	size_t len;

	if (x->at == x->end)
		return false;
	read_bytes(x, &x->head, sizeof(x->head));
	len = x->head.type_len;
	if (x->head.form_len != NO_FORM)
		len += x->head.form_len;
	x->text.len = 0;
	buf_room(&x->text, len);
	read_bytes(x, x->text.s, len);
	x->text.len = len;
	return true;
}

static int
compare_bytes(const char *a, size_t a_len, const char *b, size_t b_len)
{
	int c = memcmp(a, b, a_len < b_len ? a_len : b_len);

	return c != 0 ? c : (a_len > b_len) - (a_len < b_len);
}

/* A type before its forms, and the same of several runs run by run. */
static bool
is_less(const void *v, const void *w, const void *of)
{
	const struct spilt_reader *x = v;
	const struct spilt_reader *y = w;
	const struct head *a = &x->head;
	const struct head *b = &y->head;
	int c = compare_bytes(x->text.s, a->type_len, y->text.s, b->type_len);

	(void)of;
	if (c == 0 && (a->form_len == NO_FORM || b->form_len == NO_FORM))
		c = (b->form_len == NO_FORM) - (a->form_len == NO_FORM);
	else if (c == 0)
		c = compare_bytes(x->text.s + a->type_len, a->form_len,
		    y->text.s + b->type_len, b->form_len);
	return c != 0 ? c < 0 : x < y;
}

/* The least record is done with. */
static void
next_record(struct spilt *r)
{
	heap_next(&r->heap, !advance(r->heap.item[0]), is_less, NULL);
}

void
spilt_merge(struct spilt *r, size_t room)
{
	size_t block = room / (r->n + 1);

	r->reader = mem_new(r->n, sizeof(*r->reader));
	r->heap.item = mem_new(r->n, sizeof(void *));
	for (size_t i = 0; i < r->n; i++) {
		struct spilt_reader *x = &r->reader[i];

		x->at = r->from[i];
		x->end = r->from[i + 1];
		spool_view(&x->view, &r->file, block > BLOCK ? block : BLOCK);
		if (advance(x))
			r->heap.item[r->heap.n++] = x;
	}
	heap_order(&r->heap, is_less, NULL);
}

/* A speech that went on from one run into the next counts in both. */
static void
add_types(struct spilt *r, struct spilt_row *row)
{
	uint64_t last = 0;

	while (r->heap.n > 0) {
		const struct spilt_reader *x = r->heap.item[0];
		const struct spilt_count *c = &x->head.count;

		if (x->head.form_len != NO_FORM)
			break;
		if (row->type.len != x->head.type_len ||
		    memcmp(row->type.s, x->text.s, row->type.len) != 0)
			break;
		row->freq += c->n;
		row->speeches +=
		    c->speeches - (c->first > 0 && c->first == last);
		last = c->last > 0 ? c->last : last;
		next_record(r);
	}
}

/* The sum of one form; false if the next record is none of the type. */
static bool
add_form(struct spilt *r, struct spilt_row *row)
{
	uint64_t n = 0;

	row->seen.len = 0;
	while (r->heap.n > 0) {
		const struct spilt_reader *x = r->heap.item[0];
		size_t len = x->head.form_len;

		if (len == NO_FORM ||
		    (n > 0 &&
			compare_bytes(row->seen.s, row->seen.len,
			    x->text.s + x->head.type_len, len) != 0))
			break;
		if (n == 0)
			buf_mem(&row->seen, x->text.s + x->head.type_len, len);
		n += x->head.count.n;
		next_record(r);
	}
	if (n > 0)
		shown_add(row->shown, row->seen.s, row->seen.len, n);
	return n > 0;
}

bool
spilt_next(struct spilt *r, struct spilt_row *row)
{
	const struct spilt_reader *x;

	row->type.len = 0;
	row->freq = 0;
	row->speeches = 0;
	shown_begin(row->shown);
	if (r->heap.n == 0) {
		buf_free(&row->type);
		buf_free(&row->seen);
		return false;
	}
	x = r->heap.item[0];
	buf_mem(&row->type, x->text.s, x->head.type_len);
	add_types(r, row);
	while (add_form(r, row))
		;
	return true;
}

void
spilt_close(struct spilt *r)
{
	for (size_t i = 0; r->reader != NULL && i < r->n; i++) {
		spool_view_free(&r->reader[i].view);
		buf_free(&r->reader[i].text);
	}
	free(r->reader);
	free(r->heap.item);
	free(r->from);
	spool_close(&r->file);
}
