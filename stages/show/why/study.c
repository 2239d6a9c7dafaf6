#include "study.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"

/* ---- folders ---- */

char *
study_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_string(".");
	return slash == path ? mem_string("/")
			     : mem_copy(path, (size_t)(slash - path));
}

/* The name of a folder, however it is written. */
static char *
name_of(const char *folder)
{
	char full[PATH_MAX];
	const char *slash;

	if (realpath(folder, full) == NULL)
		die_sys(folder);
	slash = strrchr(full, '/');
	return mem_string(slash != NULL ? slash + 1 : full);
}

/* reports/NAME without its last two parts. */
static char *
root_of(const char *reports)
{
	char *one = study_folder(reports);
	char *two = study_folder(one);

	if (strchr(reports, '/') == NULL || strstr(reports, "..") != NULL ||
	    strcmp(one, ".") == 0) {
		free(two);
		two = mem_join(reports, "/../..", "");
	}
	free(one);
	return two;
}

static void
find_work(struct study *s, const char *work)
{
	char *name = name_of(s->reports);
	char *list;
	bool there;

	s->root = root_of(s->reports);
	if (work != NULL)
		s->work = mem_string(work);
	else if (strcmp(s->root, ".") == 0)
		s->work = mem_join("build/study/", name, "");
	else
		s->work = mem_join(s->root, "/build/study/", name);
	list = mem_join(s->work, "/shards.list", "");
	there = access(list, R_OK) == 0;
	free(list);
	free(name);
	if (!there)
		die_data(s->work, 0,
		    "the work folder of %s is not there: 'make reports "
		    "STUDY=...' brings it back, -d names another",
		    s->reports);
}

static void
read_shards(struct study *s)
{
	char *path = mem_join(s->work, "/shards.list", "");
	struct in in;
	char *line;
	size_t len;
	size_t cap = 0;

	in_open(&in, path, NULL);
	while (in_line(&in, &line, &len)) {
		char *save = NULL;

		line[len] = '\0';
		for (char *w = strtok_r(line, " ", &save); w != NULL;
		     w = strtok_r(NULL, " ", &save)) {
			char *dir = mem_join(s->work, "/shards/", w);

			s->shard = mem_grow(
			    s->shard, &cap, s->n_shard + 1, sizeof(*s->shard));
			s->shard[s->n_shard] = mem_join(dir, ".vrt.zst", "");
			free(dir);
			if (access(s->shard[s->n_shard], R_OK) == -1)
				die_data(s->shard[s->n_shard], 0,
				    "a shard of the corpus is gone: 'make "
				    "reports STUDY=...' brings it back");
			s->n_shard++;
		}
	}
	in_close(&in);
	free(path);
	s->shards = mem_join(s->work, "/shards/*.vrt.zst", "");
}

/* The classes of words that POS asks for, as -c has them behind a column. */
static void
take_classes(struct study *s)
{
	const char *pos = facts_find(&s->facts, "option", "POS");

	buf_str(&s->classes, pos != NULL && *pos != '\0' ? ":" : "");
	for (; pos != NULL && *pos != '\0'; pos++)
		buf_mem(&s->classes, *pos == ' ' ? "," : pos, 1);
	buf_mem(&s->classes, "", 0);
}

void
study_open(struct study *s, const char *reports, const char *work)
{
	*s = (struct study){.reports = mem_string(reports)};
	if (!facts_open(&s->facts, reports))
		die_data(reports, 0,
		    "no " FACTS_FILE " in it: is it the folder of a report?");
	find_work(s, work);
	read_shards(s);
	take_classes(s);
}

void
study_close(struct study *s)
{
	facts_close(&s->facts);
	for (size_t i = 0; i < s->n_shard; i++)
		free(s->shard[i]);
	free(s->shard);
	free(s->shards);
	free(s->reports);
	free(s->root);
	free(s->work);
	buf_free(&s->classes);
}

/* ---- what it tells ---- */

bool
study_compares(const struct study *s)
{
	const char *value = facts_find(&s->facts, "option", "COMPARE");

	return value != NULL && *value != '\0';
}

/* The path of a file that can be read, or NULL; it is freed then. */
static char *
readable(char *path)
{
	struct stat st;

	if (stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    access(path, R_OK) == 0)
		return path;
	free(path);
	return NULL;
}

/* The path that inputs.list has for a name. */
static char *
input_path(const struct study *s, const char *name)
{
	char *list = readable(mem_join(s->work, "/inputs.list", ""));
	struct in in;
	char *line;
	size_t len;
	char *found = NULL;

	if (list == NULL)
		return NULL;
	if (strncmp(name, "pipeline/", 9) == 0)
		name += 9;
	in_open(&in, list, NULL);
	while (found == NULL && in_line(&in, &line, &len)) {
		char *one;
		char *path;

		line[len] = '\0';
		one = strchr(line, '|');
		path = one != NULL ? strchr(one + 1, '|') : NULL;
		if (path == NULL)
			continue;
		*path++ = '\0';
		if (strcmp(one + 1, name) == 0)
			found = mem_string(path);
	}
	in_close(&in);
	free(list);
	return found;
}

char *
study_path(const struct study *s, const char *name)
{
	char *path = readable(mem_join(s->work, "/", name));
	char *input;

	if (path != NULL)
		return path;
	path = mem_join(s->work, "/", name);
	input = mem_join(path, ".zst", "");
	free(path);
	if ((path = readable(input)) != NULL)
		return path;
	if ((path = readable(mem_string(name))) != NULL)
		return path;
	input = input_path(s, name);
	if (input == NULL)
		input = mem_string(name);
	if ((path = readable(mem_string(input))) == NULL)
		path = readable(mem_join(s->root, "/", input));
	if (path == NULL) /* of `tribune reports` */
		path = readable(mem_join(s->root, "/build/.tribune/", input));
	free(input);
	return path;
}

/* ---- options of a command ---- */

char *
study_word(const char **s)
{
	struct buf b = {0};
	char quote = '\0';

	*s += strspn(*s, " ");
	if (**s == '\0')
		return NULL;
	buf_mem(&b, "", 0);
	for (; **s != '\0' && (quote != '\0' || **s != ' '); (*s)++)
		if (quote == '\0' && (**s == '\'' || **s == '"'))
			quote = **s;
		else if (**s == quote && quote != '\0')
			quote = '\0';
		else if (quote == '\0' && **s == '\\' && (*s)[1] != '\0')
			buf_mem(&b, ++*s, 1);
		else
			buf_mem(&b, *s, 1);
	return b.s;
}

/* The words of an option, if letters has it; s stands behind its word. */
static size_t
take_option(const char *letters, const char *word, const char **s, char **to)
{
	const char *at = strchr(letters, word[1]);
	char flag[3] = {'-', word[1], '\0'};

	if (word[1] == ':' || at == NULL)
		return 0;
	to[0] = mem_string(flag);
	if (at[1] != ':')
		return 1;
	to[1] = word[2] != '\0' ? mem_string(word + 2) : study_word(s);
	if (to[1] != NULL)
		return 2;
	free(to[0]);
	return 0;
}

size_t
study_options(const struct study *s, const char *table, const char *letters,
    char **word, size_t most)
{
	const char *command = facts_find(&s->facts, "command", table);
	size_t n = 0;
	char *w;

	while (command != NULL && n + 2 < most &&
	    (w = study_word(&command)) != NULL) {
		size_t k = 0;

		if (w[0] == '-' && w[1] != '\0')
			k = take_option(letters, w, &command, word + n);
		if (k == 2) {
			char *path = strchr(word[n + 1], '.') != NULL
			    ? study_path(s, word[n + 1])
			    : NULL;

			if (path != NULL) {
				free(word[n + 1]);
				word[n + 1] = path;
			}
		}
		n += k;
		free(w);
	}
	return n;
}

bool
study_has_word(const char *command, const char *word)
{
	bool found = false;
	char *w;

	while (!found && (w = study_word(&command)) != NULL) {
		size_t len = strlen(word);

		found = strncmp(w, word, len) == 0 &&
		    (w[len] == '\0' || strcmp(w + len, ".zst") == 0);
		free(w);
	}
	return found;
}
