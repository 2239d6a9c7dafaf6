/* image - writes the bundled theme dictionary, the bundled weights of tag, or
 * hunspell's French dictionary of this machine, as they were read
 * (lib/base/image.h).  The build runs it; users do not. */
#include <stdlib.h>
#include <string.h>

#include "count/common/dict_image.h"
#include "lib/base/err.h"
#include "lib/lang/fr/lang.h"
#include "lib/lang/fr/scan.h"
#include "segment/common/speller.h"
#include "segment/tag/model.h"

static void
put_themes(struct out *to)
{
	char *stems = lang_path(LANG_STEMS);
	char *themes = lang_path(LANG_THEMES);
	const struct dict_opts o = {.path = themes};
	struct stemmer stemmer;
	struct rules rules;
	struct scan scan;
	struct dict dict;

	stemmer_open(&stemmer, stems);
	rules_open(&rules, NULL);
	scan_open(&scan, &rules);
	scan.slow = true;
	dict_open(&dict, &o, &scan, &stemmer);
	dict_image_write(&dict, dict_image_key(&o, NULL), to);
	dict_free(&dict);
	scan_free(&scan);
	rules_free(&rules);
	stemmer_close(&stemmer);
	free(stems);
	free(themes);
}

static void
put_tags(struct out *to)
{
	static struct model model;
	char *weights = lang_path(LANG_TAGS);

	model_read(&model, weights);
	model_image_write(&model, model_image_key(weights), to);
	model_close(&model);
	free(weights);
}

int
main(int argc, char **argv)
{
	struct out out;

	err_init(argv[0]);
	out_stdout(&out);
	if (argc == 2 && strcmp(argv[1], DICT_IMAGE) == 0)
		put_themes(&out);
	else if (argc == 2 && strcmp(argv[1], MODEL_IMAGE) == 0)
		put_tags(&out);
	else if (argc == 2 && strcmp(argv[1], INFLECT_IMAGE) == 0)
		speller_image_write(&out);
	else
		die_usage("give the name of an image");
	out_close(&out);
	return RC_OK;
}
