#include "shelf_lists.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* Cells of one column by those of another. */
struct shelf_list {
	struct shelf_list *next;
	char *path;
	char *from;
	char *to;
	struct intern keys;
	char **value;
	size_t cap;
};

static struct shelf_list *
read_list(struct shelf *s, char *path, const char *from, const char *to)
{
	struct shelf_list *l = mem_new(1, sizeof(*l));
	struct tsv t;
	size_t key;
	size_t value;

	l->path = path;
	l->from = mem_string(from);
	l->to = mem_string(to);
	intern_open(&l->keys);
	shelf_open(&t, path);
	key = tsv_column(&t, from);
	if (*to != '\0' || tsv_has(&t, "list") >= 0)
		value = tsv_column(&t, *to != '\0' ? to : "list");
	else
		value = key;
	while (tsv_next(&t)) {
		uint32_t n = l->keys.n;
		uint32_t i = intern_add(&l->keys, t.cell[key], t.size[key]);

		if (i < n)
			continue;
		l->value =
		    mem_grow(l->value, &l->cap, n + 1, sizeof(*l->value));
		l->value[n] = mem_copy(t.cell[value], t.size[value]);
	}
	tsv_close(&t);
	l->next = s->lists;
	s->lists = l;
	return l;
}

const struct shelf_list *
shelf_list(struct shelf *s, const char *file, const char *from, const char *to)
{
	/* a name with a folder in it stands for itself */
	char *path =
	    strchr(file, '/') != NULL ? mem_string(file) : shelf_path(s, file);
	struct shelf_list *l = s->lists;

	while (l != NULL &&
	    (strcmp(l->path, path) != 0 || strcmp(l->from, from) != 0 ||
		strcmp(l->to, to) != 0))
		l = l->next;
	if (l == NULL)
		l = read_list(s, path, from, to);
	else
		free(path);
	return l;
}

const char *
shelf_find(const struct shelf_list *l, const char *key)
{
	uint32_t i = intern_find(&l->keys, key, strlen(key));

	return i != UINT32_MAX ? l->value[i] : NULL;
}

const char *
shelf_lookup(struct shelf *s, const char *file, const char *from,
    const char *to, const char *key)
{
	return shelf_find(shelf_list(s, file, from, to), key);
}

void
shelf_free_lists(struct shelf *s)
{
	while (s->lists != NULL) {
		struct shelf_list *l = s->lists;

		s->lists = l->next;
		for (uint32_t i = 0; i < l->keys.n; i++)
			free(l->value[i]);
		free(l->value);
		intern_free(&l->keys);
		free(l->path);
		free(l->from);
		free(l->to);
		free(l);
	}
}
