#include "person.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "xml.h"

/* ---- a person ---- */

static void
begin(struct persons *t, const char *id)
{
	free(t->id);
	t->id = mem_string(id);
	t->depth = 0;
	t->in = 0;
	t->done = false;
	t->part = NULL;
	t->all.len = 0;
	t->fore.len = 0;
	t->link.len = 0;
	t->sur.len = 0;
}

void
persons_open(struct persons *t, const char *name, const char **attr)
{
	bool person =
	    strcmp(name, "person") == 0 || strcmp(name, "personGrp") == 0;
	const char *id = person ? xml_attr(attr, "xml:id") : NULL;

	if (id != NULL) {
		begin(t, id);
		return;
	}
	if (t->id == NULL)
		return;
	t->depth++;
	if (t->in == 0) {
		if (!t->done &&
		    (strcmp(name, "persName") == 0 ||
			strcmp(name, "name") == 0)) {
			t->in = t->depth;
			t->part = &t->all;
		}
		return;
	}
	if (strcmp(name, "forename") == 0)
		t->part = &t->fore;
	else if (strcmp(name, "nameLink") == 0)
		t->part = &t->link;
	else if (strcmp(name, "surname") == 0)
		t->part = &t->sur;
	if (t->part != NULL)
		buf_str(t->part, " ");
}

void
persons_text(struct persons *t, const char *s, size_t len)
{
	if (t->id == NULL || t->in == 0)
		return;
	for (size_t i = 0; i < len; i++)
		buf_mem(
		    t->part, strchr("\t\r\n", s[i]) != NULL ? " " : s + i, 1);
}

/* Appends the words of part, one blank before each. */
static void
add_words(struct buf *to, const struct buf *part)
{
	for (size_t i = 0; i < part->len;) {
		size_t n;

		while (i < part->len && part->s[i] == ' ')
			i++;
		n = 0;
		while (i + n < part->len && part->s[i + n] != ' ')
			n++;
		if (n > 0 && to->len > 0)
			buf_str(to, " ");
		buf_mem(to, part->s + i, n);
		i += n;
	}
}

static void
take_name(struct persons *t)
{
	struct buf b = {0};
	uint32_t k;
	char *s;
	size_t len;

	if (t->sur.len > 0) {
		add_words(&b, &t->fore);
		add_words(&b, &t->link);
		add_words(&b, &t->sur);
	} else
		add_words(&b, &t->all);
	s = b.s;
	len = b.len;
	if (len > 0)
		clean_line(t->clean, &s, &len);
	if (len > 0) {
		k = intern_add(&t->ids, t->id, strlen(t->id));
		if (k + (size_t)1 > t->cap || t->name == NULL) {
			size_t had = t->cap;

			t->name = mem_grow(
			    t->name, &t->cap, (size_t)k + 1, sizeof(*t->name));
			memset(t->name + had, 0,
			    (t->cap - had) * sizeof(*t->name));
		}
		free(t->name[k]);
		t->name[k] = mem_copy(s, len);
		t->done = true;
	}
	buf_free(&b);
}

void
persons_close(struct persons *t)
{
	if (t->id == NULL)
		return;
	if (t->depth == 0) {
		free(t->id);
		t->id = NULL;
		return;
	}
	if (t->in > 0 && t->depth == t->in) {
		take_name(t);
		t->in = 0;
		t->part = NULL;
	} else if (t->in > 0)
		t->part = &t->all;
	t->depth--;
}

/* ---- looking up ---- */

bool
persons_find(const struct persons *t, const char *who, struct buf *to)
{
	size_t had = to->len;

	if (t->ids.n == 0)
		return false;
	while (*who != '\0') {
		size_t n = strcspn(who, " ");
		const char *hash = memchr(who, '#', n);
		const char *id = hash != NULL ? hash + 1 : who;
		uint32_t k = intern_find(&t->ids, id, (size_t)(who + n - id));

		if (n > 0 && k == UINT32_MAX) {
			to->len = had;
			return false;
		}
		if (n > 0) {
			buf_str(to, to->len > had ? " ; " : "");
			buf_str(to, t->name[k]);
		}
		who += n + (who[n] == ' ');
	}
	return to->len > had;
}

void
persons_clear(struct persons *t)
{
	if (t->ids.n == 0)
		return;
	for (uint32_t k = 0; k < t->ids.n; k++) {
		free(t->name[k]);
		t->name[k] = NULL;
	}
	intern_free(&t->ids);
	intern_open(&t->ids);
}

void
persons_free(struct persons *t)
{
	for (uint32_t k = 0; k < t->ids.n; k++)
		free(t->name[k]);
	intern_free(&t->ids);
	free(t->name);
	free(t->id);
	buf_free(&t->all);
	buf_free(&t->fore);
	buf_free(&t->link);
	buf_free(&t->sur);
}

/* ---- a file of its own ---- */

static void
on_open(void *arg, const char *name, const char **attr)
{
	persons_open(arg, xml_local(name), attr);
}

static void
on_text(void *arg, const char *s, size_t len)
{
	persons_text(arg, s, len);
}

static void
on_close(void *arg, const char *name)
{
	(void)name;
	persons_close(arg);
}

void
persons_read(struct persons *t, const char *path)
{
	struct xml x = {
	    .open = on_open, .close = on_close, .text = on_text, .arg = t};
	uint32_t n = t->ids.n;

	xml_read(&x, path, NULL);
	if (t->ids.n == n)
		die_data(path, 0,
		    "no <person xml:id> with a name: not a list of persons");
}
