#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "press.h"

void
press_set(struct press *p, const char *name, const char *value)
{
	size_t i = 0;

	while (i < p->n_value && strcmp(p->value[i].name, name) != 0)
		i++;
	if (i == p->n_value) {
		p->value =
		    mem_grow(p->value, &p->cap_value, i + 1, sizeof(*p->value));
		p->value[p->n_value++] =
		    (struct press_value){.name = mem_string(name)};
	} else
		free(p->value[i].value);
	p->value[i].value = mem_string(value);
}

void
press_set_number(struct press *p, const char *name, uint64_t v)
{
	struct buf n = {0};

	buf_u64(&n, v);
	press_set(p, name, n.s);
	buf_free(&n);
}

void
press_set_word(struct press *p, const char *word)
{
	const char *eq = strchr(word, '=');
	char *name;

	if (eq == NULL || eq == word)
		die_usage("'%s' is not NAME=value", word);
	name = mem_copy(word, (size_t)(eq - word));
	press_set(p, name, eq + 1);
	free(name);
}

/* The value of a name: of the rows under way, then of those that were set. */
const char *
press_find(const struct press *p, const char *name)
{
	for (const struct press_row *r = p->row; r != NULL; r = r->outer) {
		size_t col = grid_has(r->grid, name);

		if (col != SIZE_MAX)
			return grid_cell(r->grid, r->row, col);
	}
	for (size_t i = 0; i < p->n_value; i++)
		if (strcmp(p->value[i].name, name) == 0)
			return p->value[i].value;
	return NULL;
}

const char *
press_need(const struct press *p, uint64_t line, const char *name, size_t len)
{
	char *s = mem_copy(name, len);
	const char *value = press_find(p, s);

	if (value == NULL)
		die_data(p->sketch.file, line, "there is no value {%s}", s);
	free(s);
	return value;
}

const char *
press_head(const struct press *p, const char *name)
{
	struct buf key = {0};
	const char *s;

	buf_str(&key, "c_");
	buf_str(&key, name);
	s = labels_find(&p->labels, key.s);
	buf_free(&key);
	return s != NULL ? s : name;
}

/* Of {name:places}; -1: none are said. */
static int
places_of(const struct press *p, const struct sketch_block *b, const char *name,
    const char *how)
{
	char *end;
	long places;

	if (how == NULL)
		return -1;
	places = strtol(how, &end, 10);
	if (*how < '0' || *how > '9' || *end != '\0' || places > FIGURE_PLACES)
		die_data(p->sketch.file, b->line,
		    "{%s:%s}: neither raw, nor label or labels, nor a number "
		    "of places up to %d",
		    name, how, FIGURE_PLACES);
	return (int)places;
}

/* Each word of a value as a heading. */
static void
put_heads(const struct press *p, const char *words, struct buf *to)
{
	static const char apart[] = ", ";
	bool any = false;

	for (words += strspn(words, apart); *words != '\0';
	     words += strspn(words, apart)) {
		size_t len = strcspn(words, apart);
		char *word = mem_copy(words, len);

		buf_str(to, any ? ", " : "");
		buf_str(to, press_head(p, word));
		any = true;
		words += len;
		free(word);
	}
}

/* {name}, {name:raw}, {name:label}, {name:labels} or {name:places}. */
static void
put_value(struct press *p, const struct sketch_block *b, const char *s,
    size_t len, struct buf *to)
{
	char *name = mem_copy(s, len);
	char *how = strchr(name, ':');
	const char *value;

	if (how != NULL)
		*how++ = '\0';
	value = press_need(p, b->line, name, strlen(name));
	if (how != NULL && strcmp(how, "raw") == 0)
		buf_str(to, value);
	else if (how != NULL && strcmp(how, "label") == 0)
		buf_str(to, press_head(p, value));
	else if (how != NULL && strcmp(how, "labels") == 0)
		put_heads(p, value, to);
	else /* what is no figure stays as it is */
		figure_put(to, value, places_of(p, b, name, how), p->style);
	free(name);
}

void
press_fill(struct press *p, const struct sketch_block *b, const char *text,
    struct buf *to)
{
	for (;;) {
		const char *open = strchr(text, '{');
		const char *end = open != NULL ? strchr(open, '}') : NULL;

		if (end == NULL)
			break;
		buf_mem(to, text, (size_t)(open - text));
		put_value(p, b, open + 1, (size_t)(end - open - 1), to);
		text = end + 1;
	}
	buf_str(to, text);
}

void
press_label(struct press *p, const struct sketch_block *b, const char *key,
    struct buf *to)
{
	const char *text = labels_find(&p->labels, key);

	if (text == NULL)
		die_data(p->labels.file, 0, "there is no label '%s' (%s)", key,
		    p->sketch.file);
	press_fill(p, b, text, to);
}
