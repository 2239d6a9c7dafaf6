#include "lang.h"

#include <string.h>

#include "lib/base/list.h"
#include "lib/base/mem.h"

static const char code[] = "fr";

static const char *const file_name[LANG_FILES] = {
    [LANG_ABBREVIATIONS] = "rules/fr/abbreviations.txt",
    [LANG_COMPOUNDS] = "rules/fr/compounds.txt",
    [LANG_STARTERS] = "rules/fr/starters.txt",
    [LANG_STEMS] = "rules/fr/stem-overrides.tsv",
    [LANG_LEMMAS] = "rules/fr/lemmas.tsv",
    [LANG_SYLLABLES] = "rules/fr/syllables.tsv",
    [LANG_STOPLIST] = "stoplists/fr/grammaire.txt",
    [LANG_THEMES] = "themes/fr/politique.tsv",
};

char *
lang_path(enum lang_file file)
{
	return data_path(file_name[file]);
}

char *
lang_rule(const char *dir, enum lang_file file)
{
	struct buf b = {0};

	if (dir == NULL)
		return lang_path(file);
	buf_str(&b, dir);
	buf_str(&b, strrchr(file_name[file], '/'));
	return b.s;
}

bool
lang_is(const char *tag)
{
	return strncmp(tag, code, sizeof(code) - 1) == 0;
}
