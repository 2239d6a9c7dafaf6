/* VRT for cwb-encode, and the command that encodes it. */
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "lib/base/err.h"

enum {
	TAGS = 64
};

/* A tag that was seen, and its attributes. */
struct seen {
	char *name;
	struct buf attrs; /* +id+title */
};

struct cwb {
	size_t word;
	struct seen tag[TAGS];
	size_t n_tag;
	/* of the tag under way */
	struct export *x;
	struct seen *now;
	bool speech;
};

static void *
cwb_open(struct export *x)
{
	struct cwb *c = mem_new(1, sizeof(*c));
	const char *names[VRT_COLUMNS];
	size_t n = 1;

	c->x = x;
	c->word = vrt_column(&x->v, "word");
	names[0] = "word";
	for (size_t i = 0; i < x->v.n_col; i++)
		if (i != c->word)
			names[n++] = x->v.col[i];
	vrt_put_header(&x->out, names, n);
	return c;
}

static void
put_cell(struct export *x, size_t k)
{
	size_t len;
	const char *s = vrt_col(&x->v, k, &len);

	if (len > 0)
		out_mem(&x->out, s, len);
	else
		out_str(&x->out, "__UNDEF__");
}

static void
put_token(struct export *x, const struct cwb *c)
{
	bool plain = c->word == 0 && x->v.tab[0] > 0;

	for (size_t i = 1; i < x->v.n_col; i++)
		plain = plain && x->v.tab[i] > x->v.tab[i - 1] + 1;
	if (plain) {
		vrt_copy(&x->v, &x->out);
		return;
	}
	put_cell(x, c->word);
	for (size_t i = 0; i < x->v.n_col; i++)
		if (i != c->word) {
			out_ch(&x->out, '\t');
			put_cell(x, i);
		}
	out_ch(&x->out, '\n');
}

static struct seen *
see(struct cwb *c, const char *name, size_t len)
{
	size_t i = 0;

	while (i < c->n_tag &&
	    (strlen(c->tag[i].name) != len ||
		memcmp(c->tag[i].name, name, len) != 0))
		i++;
	if (i == TAGS)
		die_data(c->x->v.in.name, c->x->v.in.line,
		    "more than %d different tags", (int)TAGS);
	if (i == c->n_tag) {
		c->tag[c->n_tag++].name = mem_copy(name, len);
		buf_mem(&c->tag[i].attrs, "", 0);
	}
	return &c->tag[i];
}

/* Is +name among the attributes seen? */
static bool
is_seen(const struct seen *t, const char *name)
{
	size_t n = strlen(name);

	for (const char *s = t->attrs.s; (s = strchr(s, '+')) != NULL;)
		if (strncmp(++s, name, n) == 0 && (s[n] == '+' || s[n] == '\0'))
			return true;
	return false;
}

static void
put_attr(const char *name, const char *value, void *arg)
{
	struct cwb *c = arg;

	if (c->speech && strcmp(name, "id") != 0 &&
	    !export_wants(c->x->o, name))
		return;
	vrt_put_attr(&c->x->out, name, value);
	if (is_seen(c->now, name))
		return;
	buf_str(&c->now->attrs, "+");
	buf_str(&c->now->attrs, name);
}

static void
put_tag(struct export *x, struct cwb *c, bool opens)
{
	const char *s = x->v.line + (opens ? 1 : 2);
	size_t len = strcspn(s, " >/\n");
	struct seen *t;

	c->speech = x->v.tag == TAG_SPEECH;
	if (c->speech) {
		s = x->o->tag;
		len = strlen(s);
	}
	out_str(&x->out, opens ? "<" : "</");
	out_mem(&x->out, s, len);
	if (opens) {
		t = see(c, s, len);
		c->now = t;
		vrt_attrs(&x->v, put_attr, c);
	}
	out_str(&x->out, ">\n");
}

static void
cwb_event(struct export *x, void *self, enum vrt_event ev)
{
	if (ev == VRT_TOKEN)
		put_token(x, self);
	else
		put_tag(x, self, ev == VRT_OPEN);
}

static void
cwb_close(struct export *x, void *self)
{
	struct cwb *c = self;
	struct buf b = {0};

	for (size_t i = 0; i < x->v.n_col; i++)
		if (i != c->word) {
			buf_str(&b, " -P ");
			buf_str(&b, x->v.col[i]);
		}
	for (size_t i = 0; i < c->n_tag; i++) {
		buf_str(&b, " -S ");
		buf_str(&b, c->tag[i].name);
		buf_str(&b, ":0");
		buf_str(&b, c->tag[i].attrs.s);
		free(c->tag[i].name);
		buf_free(&c->tag[i].attrs);
	}
	out_flush(&x->out);
	note("cwb-encode -c utf8 -xsB -d DATA -f FILE -R REGISTRY/NAME%s",
	    b.len > 0 ? b.s : "");
	buf_free(&b);
	free(c);
}

const struct export_format export_vrt = {
    "vrt", "at", cwb_open, cwb_event, cwb_close, NULL};
