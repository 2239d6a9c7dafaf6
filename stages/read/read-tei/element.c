#include "element.h"

#include <stdlib.h>
#include <string.h>

/* By name, in the order of the bytes. */
static const struct tei_element elements[] = {
    {"ab", TEI_BLOCK, NULL},
    {"abbr", OTHER, NULL},
    {"argument", DIV, NULL},
    {"back", DIV, NULL},
    {"body", DIV, NULL},
    {"byline", TEI_BLOCK, "front"},
    {"castItem", TEI_BLOCK, "item"},
    {"castList", DIV, NULL},
    {"cb", TEI_SPACE, NULL},
    {"cell", TEI_SPACE, NULL},
    {"choice", CHOICE, NULL},
    {"closer", TEI_BLOCK, NULL},
    {"dateline", TEI_BLOCK, "event"},
    {"del", LEFT, NULL},
    {"desc", TEI_BLOCK, NULL},
    {"div", DIV, NULL},
    {"div1", DIV, NULL},
    {"div2", DIV, NULL},
    {"div3", DIV, NULL},
    {"div4", DIV, NULL},
    {"div5", DIV, NULL},
    {"div6", DIV, NULL},
    {"div7", DIV, NULL},
    {"docAuthor", TEI_BLOCK, "front"},
    {"docDate", TEI_BLOCK, "front"},
    {"docImprint", TEI_BLOCK, "front"},
    {"docTitle", DIV, NULL},
    {"epigraph", DIV, NULL},
    {"figDesc", MARK, "figure"},
    {"figure", MARK, "figure"},
    {"floatingText", DIV, NULL},
    {"front", DIV, NULL},
    {"fw", MARK, "fw"},
    {"gap", MARK, "gap"},
    {"gb", TEI_SPACE, NULL},
    {"group", DIV, NULL},
    {"head", TEI_BLOCK, "heading"},
    {"incident", MARK, "incident"},
    {"item", TEI_BLOCK, "item"},
    {"kinesic", MARK, "kinesic"},
    {"l", TEI_BLOCK, "line"},
    {"label", TEI_BLOCK, "label"},
    {"lb", TEI_SPACE, NULL},
    {"lg", DIV, NULL},
    {"list", DIV, NULL},
    {"listBibl", DIV, NULL},
    {"milestone", TEI_SPACE, NULL},
    {"note", MARK, "note"},
    {"opener", TEI_BLOCK, NULL},
    {"orig", OTHER, NULL},
    {"p", TEI_BLOCK, NULL},
    {"pb", TEI_SPACE, NULL},
    {"pc", TEI_WORD, NULL},
    {"performance", DIV, NULL},
    {"postscript", DIV, NULL},
    {"q", RUN, NULL},
    {"quote", RUN, NULL},
    {"rdg", LEFT, NULL},
    {"row", TEI_BLOCK, NULL},
    {"s", SENTENCE, NULL},
    {"salute", RUN, NULL},
    {"seg", RUN, NULL},
    {"set", MARK, "stage"},
    {"sic", OTHER, NULL},
    {"signed", RUN, NULL},
    {"sp", TURN, NULL},
    {"speaker", SPEAKER, NULL},
    {"stage", MARK, "stage"},
    {"table", DIV, NULL},
    {"text", DIV, NULL},
    {"titlePage", DIV, NULL},
    {"titlePart", TEI_BLOCK, "heading"},
    {"trailer", TEI_BLOCK, NULL},
    {"u", TURN, NULL},
    {"vocal", MARK, "vocal"},
    {"w", TEI_WORD, NULL},
    {"writing", MARK, "writing"},
};

static int
compare(const void *key, const void *e)
{
	return strcmp(key, ((const struct tei_element *)e)->name);
}

const struct tei_element *
tei_element(const char *name)
{
	static const struct tei_element other = {"", INLINE, NULL};
	const struct tei_element *e = bsearch(name, elements,
	    sizeof(elements) / sizeof(*elements), sizeof(*elements), compare);

	return e != NULL ? e : &other;
}
