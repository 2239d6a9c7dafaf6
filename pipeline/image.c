/* image - writes the bundled dictionary as it was read
 * (count/common/dict_image.h). The build runs it; users do not. */
#include <stdlib.h>

#include "count/common/dict_image.h"
#include "lib/base/err.h"
#include "lib/lang/fr/lang.h"
#include "lib/lang/fr/scan.h"

int
main(int argc, char **argv)
{
	char *stems = lang_path(LANG_STEMS);
	char *themes = lang_path(LANG_THEMES);
	const struct dict_opts o = {.path = themes};
	struct stemmer stemmer;
	struct rules rules;
	struct scan scan;
	struct dict dict;
	struct out out;

	(void)argc;
	err_init(argv[0]);
	stemmer_open(&stemmer, stems);
	rules_open(&rules, NULL);
	scan_open(&scan, &rules);
	scan.slow = true;
	dict_open(&dict, &o, &scan, &stemmer);
	out_stdout(&out);
	dict_image_write(&dict, dict_image_key(&o, NULL), &out);
	out_close(&out);
	dict_free(&dict);
	scan_free(&scan);
	rules_free(&rules);
	stemmer_close(&stemmer);
	free(stems);
	free(themes);
	return RC_OK;
}
