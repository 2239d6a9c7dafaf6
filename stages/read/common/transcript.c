#include "transcript.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/utf8.h"
#include "lib/stream/vrt.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"

void
transcript_open(struct transcript *t)
{
	*t = (struct transcript){0};
	out_stdout(&t->out);
	intern_open(&t->ids);
}

static void
cut_id(struct transcript *t, struct attrs *a)
{
	struct buf id = {0};

	buf_str(&id, attrs_get(a, "id"));
	if (slug_id_cut(&id)) {
		attrs_setn(a, "id", id.s, id.len);
		t->n_cut++;
	}
	buf_free(&id);
}

/* What comes from names of files and from the command line may not be NFC. */
static void
compose(struct attrs *a, const char *file)
{
	for (size_t i = 0; i < a->n; i++) {
		const char *value = a->a[i].value;
		struct buf b = {0};

		if (utf8_check(value, strlen(value)) < strlen(value))
			die_data(
			    file, 0, "the file's name is not UTF-8: rename it");
		if (utf_nfc(&b, value, strlen(value)))
			attrs_set(a, a->a[i].name, b.s);
		buf_free(&b);
	}
}

void
transcript_speech(
    struct transcript *t, struct attrs *a, const char *file, uint64_t line)
{
	const char *id;
	uint32_t n = t->ids.n;
	uint32_t k;

	cut_id(t, a);
	compose(a, file);
	id = attrs_get(a, "id");
	k = intern_add(&t->ids, id, strlen(id));
	if (k < n)
		die_data(file, line,
		    "speech id '%s' is given twice (first by %s): leave one "
		    "out, or rename it",
		    id, t->file[k]);
	t->file = mem_grow(t->file, &t->cap, (size_t)k + 1, sizeof(*t->file));
	t->file[k] = file;
	attrs_year(a);
	out_str(&t->out, "<speech");
	attrs_put(&t->out, a);
	out_str(&t->out, ">\n");
}

void
transcript_p_open(struct transcript *t, const struct para *p)
{
	struct out *o = &t->out;

	out_str(o, "<p line=\"");
	out_u64(o, p->line);
	out_ch(o, '"');
	if (p->type != NULL)
		vrt_put_attr(o, "type", p->type);
	if (p->subtype != NULL)
		vrt_put_attr(o, "subtype", p->subtype);
	if (p->section != NULL)
		vrt_put_attr(o, "section", p->section);
	if (p->who != NULL)
		vrt_put_attr(o, "who", p->who);
	if (p->mark_len > 0) {
		char *mark = mem_copy(p->mark, p->mark_len);

		vrt_put_attr(o, "mark", mark);
		free(mark);
	}
	out_str(o, ">\n");
}

void
transcript_p_end(struct transcript *t)
{
	out_str(&t->out, "</p>\n");
}

void
transcript_p(
    struct transcript *t, const struct para *p, const char *s, size_t len)
{
	transcript_p_open(t, p);
	vrt_put_text(&t->out, s, len);
	out_ch(&t->out, '\n');
	transcript_p_end(t);
}

void
transcript_end(struct transcript *t)
{
	out_str(&t->out, "</speech>\n");
}

void
transcript_close(struct transcript *t)
{
	out_close(&t->out);
	if (t->n_safe > 0)
		note("%" PRIu64 " speech id%s made safe as %s", t->n_safe,
		    t->n_safe == 1 ? "" : "s",
		    t->n_safe == 1 ? "a file name" : "file names");
	if (t->n_cut > 0)
		note("%" PRIu64 " speech id%s longer than %d bytes: cut, a "
		     "hash of the whole behind",
		    t->n_cut, t->n_cut == 1 ? "" : "s", SLUG_ID_MAX);
	intern_free(&t->ids);
	free(t->file);
}

const char *
transcript_source(const char *path)
{
	const char *slash;

	if (path == NULL || strcmp(path, "-") == 0 ||
	    strcmp(path, "<stdin>") == 0)
		return "";
	slash = strrchr(path, '/');
	return slash != NULL ? slash + 1 : path;
}
