#include "recipe.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"

/* Letters of the pattern that the name has, PART being any text, or 0; *part
 * is what it stands for, the caller's to free. */
static size_t
likeness(const char *pattern, const char *name, char **part)
{
	const char *mark = strstr(pattern, "PART");
	size_t before = mark != NULL ? (size_t)(mark - pattern) : 0;
	size_t behind = mark != NULL ? strlen(mark + 4) : 0;
	size_t len = strlen(name);

	*part = NULL;
	if (mark == NULL)
		return strcmp(pattern, name) == 0 ? SIZE_MAX : 0;
	if (len <= before + behind || strncmp(pattern, name, before) != 0 ||
	    strcmp(mark + 4, name + len - behind) != 0)
		return 0;
	*part = mem_copy(name + before, len - before - behind);
	return before + behind;
}

/* A step for each line that is not empty and no comment. */
static void
read_steps(struct recipe *r, const char *path)
{
	struct in in;
	char *line;
	size_t len;

	r->file = mem_string(path);
	in_open(&in, path, NULL);
	while (in_line(&in, &line, &len)) {
		size_t n;

		while (len > 0 && (*line == ' ' || *line == '\t')) {
			line++;
			len--;
		}
		if (len == 0 || *line == '#')
			continue;
		line[len] = '\0';
		n = strcspn(line, " ");
		r->step =
		    mem_grow(r->step, &r->cap, r->n + 1, sizeof(*r->step));
		r->step[r->n++] = (struct recipe_step){in.line,
		    mem_copy(line, n), mem_string(line + n + (line[n] == ' '))};
	}
	in_close(&in);
}

/* The likeness of the best of its lines `table`. */
static size_t
judge(struct recipe *r, const char *table)
{
	size_t best = 0;

	for (size_t i = 0; i < r->n; i++) {
		char *part;
		size_t like;

		if (strcmp(r->step[i].word, "table") != 0)
			continue;
		like = likeness(r->step[i].text, table, &part);
		if (like > best) {
			best = like;
			free(r->part);
			r->part = part;
		} else
			free(part);
	}
	return best;
}

static bool
is_description(const char *name)
{
	const char *dot = strrchr(name, '.');

	return *name != '.' && dot != NULL && strcmp(dot, ".why") == 0;
}

void
recipes_open(struct recipes *all, const char *folder)
{
	DIR *d = opendir(folder);
	const struct dirent *e;

	*all = (struct recipes){0};
	if (d == NULL)
		die_sys(folder);
	while ((e = readdir(d)) != NULL) {
		char *path;

		if (!is_description(e->d_name))
			continue;
		path = mem_join(folder, "/", e->d_name);
		all->one = mem_grow(
		    all->one, &all->cap, all->n + 1, sizeof(*all->one));
		all->one[all->n] = (struct recipe){0};
		read_steps(&all->one[all->n++], path);
		free(path);
	}
	(void)closedir(d);
}

struct recipe *
recipes_find(struct recipes *all, const char *table)
{
	struct recipe *found = NULL;
	size_t best = 0;

	for (size_t i = 0; i < all->n; i++) {
		size_t like = judge(&all->one[i], table);

		if (like > best) {
			found = &all->one[i];
			best = like;
		}
	}
	return found;
}

void
recipes_close(struct recipes *all)
{
	for (size_t i = 0; i < all->n; i++)
		recipe_close(&all->one[i]);
	free(all->one);
}

void
recipe_open(struct recipe *r, const char *folder, const char *table)
{
	struct recipes all;
	struct recipe *found;

	recipes_open(&all, folder);
	found = recipes_find(&all, table);
	if (found == NULL)
		die_data(table, 0, "no description tells how it is made (%s)",
		    folder);
	*r = *found;
	*found = (struct recipe){0};
	recipes_close(&all);
}

void
recipe_close(struct recipe *r)
{
	for (size_t i = 0; i < r->n; i++) {
		free(r->step[i].word);
		free(r->step[i].text);
	}
	free(r->step);
	free(r->file);
	free(r->part);
}
