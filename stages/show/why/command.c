#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "lib/base/err.h"
#include "paper.h"

char *
command_quoted(const char *s)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "_-+./:,@%=";
	struct buf b = {0};

	if (*s != '\0' && s[strspn(s, plain)] == '\0')
		return mem_string(s);
	buf_str(&b, "'");
	for (; *s != '\0'; s++)
		if (*s == '\'')
			buf_str(&b, "'\\''");
		else
			buf_mem(&b, s, 1);
	buf_str(&b, "'");
	return b.s;
}

/* `corpus` stands for the shards, @TABLE:LETTERS for options of its command, a
 * name of a table for its path. */
static void
add_word(struct tell *t, struct command *c, const char *word)
{
	char *filled;
	char *path;
	char *colon;

	if (c->n + 4 > COMMAND_WORDS)
		tell_refuse(t, "too many words: ", word);
	if (strcmp(word, "compared") == 0)
		word = study_compares(t->study) ? "compared.vrt" : "corpus";
	filled = tell_fill(t, word);
	if (*word == '@' && (colon = strchr(filled, ':')) != NULL) {
		*colon = '\0';
		c->n += study_options(t->study, filled + 1, colon + 1,
		    c->word + c->n, COMMAND_WORDS - c->n);
		free(filled);
		return;
	}
	if (strcmp(word, filled) == 0 &&
	    (strstr(word, ".tsv") != NULL || strstr(word, ".vrt") != NULL)) {
		path = study_path(t->study, word);
		if (path == NULL)
			die_data(word, 0,
			    "it is not in the work folder %s: 'make reports "
			    "STUDY=...' brings it back",
			    t->study->work);
		free(filled);
		filled = path;
	}
	c->word[c->n++] = filled;
}

void
command_read(struct tell *t, struct command *c, const char *s)
{
	char *text = mem_string(s);
	char *rest = text;

	c->n = 0;
	while (*rest != '\0')
		add_word(t, c, tell_word(&rest));
	c->word[c->n] = NULL;
	free(text);
}

/* "$ COMMAND | COMMAND" */
void
command_put(
    const struct tell *t, struct out *o, const char *first, struct command *c)
{
	char **word = mem_new(c->n, sizeof(*word));

	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->word[i], "corpus") == 0)
			word[i] = mem_string(t->study->shards);
		else if (strcmp(c->word[i], "|") == 0)
			word[i] = mem_string("|");
		else
			word[i] = command_quoted(c->word[i]);
	paper_command(o, first, word, c->n);
	for (size_t i = 0; i < c->n; i++)
		free(word[i]);
	free(word);
}

/* Runs it, in the place of its words `corpus` the shards. */
int
command_run(const struct tell *t, const struct command *c, int in)
{
	char **argv = mem_new(c->n + 2 * t->study->n_shard + 1, sizeof(*argv));
	size_t n = 0;
	int fd;

	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->word[i], "corpus") != 0)
			argv[n++] = c->word[i];
		else
			for (size_t k = 0; k < t->study->n_shard; k++)
				argv[n++] = t->study->shard[k];
	fd = child_run(argv, in);
	free(argv);
	return fd;
}

void
command_free(struct command *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->word[i]);
}
