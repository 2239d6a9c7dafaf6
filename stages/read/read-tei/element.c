#include "element.h"

#include <stdlib.h>
#include <string.h>

/* By name, in the order of the bytes. */
static const struct tei_element elements[] = {
    {"ab", TEI_BLOCK, NULL},
    {"abbr", TEI_OTHER, NULL},
    {"argument", TEI_DIV, NULL},
    {"back", TEI_DIV, NULL},
    {"body", TEI_DIV, NULL},
    {"byline", TEI_BLOCK, "front"},
    {"castItem", TEI_BLOCK, "item"},
    {"castList", TEI_DIV, NULL},
    {"cb", TEI_SPACE, NULL},
    {"cell", TEI_SPACE, NULL},
    {"choice", TEI_CHOICE, NULL},
    {"closer", TEI_BLOCK, NULL},
    {"dateline", TEI_BLOCK, "event"},
    {"del", TEI_LEFT, NULL},
    {"desc", TEI_BLOCK, NULL},
    {"div", TEI_DIV, NULL},
    {"div1", TEI_DIV, NULL},
    {"div2", TEI_DIV, NULL},
    {"div3", TEI_DIV, NULL},
    {"div4", TEI_DIV, NULL},
    {"div5", TEI_DIV, NULL},
    {"div6", TEI_DIV, NULL},
    {"div7", TEI_DIV, NULL},
    {"docAuthor", TEI_BLOCK, "front"},
    {"docDate", TEI_BLOCK, "front"},
    {"docImprint", TEI_BLOCK, "front"},
    {"docTitle", TEI_DIV, NULL},
    {"epigraph", TEI_DIV, NULL},
    {"figDesc", TEI_MARK, "figure"},
    {"figure", TEI_MARK, "figure"},
    {"floatingText", TEI_DIV, NULL},
    {"front", TEI_DIV, NULL},
    {"fw", TEI_MARK, "fw"},
    {"gap", TEI_MARK, "gap"},
    {"gb", TEI_SPACE, NULL},
    {"group", TEI_DIV, NULL},
    {"head", TEI_BLOCK, "heading"},
    {"incident", TEI_MARK, "incident"},
    {"item", TEI_BLOCK, "item"},
    {"kinesic", TEI_MARK, "kinesic"},
    {"l", TEI_BLOCK, "line"},
    {"label", TEI_BLOCK, "label"},
    {"lb", TEI_SPACE, NULL},
    {"lg", TEI_DIV, NULL},
    {"list", TEI_DIV, NULL},
    {"listBibl", TEI_DIV, NULL},
    {"milestone", TEI_SPACE, NULL},
    {"note", TEI_MARK, "note"},
    {"opener", TEI_BLOCK, NULL},
    {"orig", TEI_OTHER, NULL},
    {"p", TEI_BLOCK, NULL},
    {"pb", TEI_SPACE, NULL},
    {"pc", TEI_WORD, NULL},
    {"performance", TEI_DIV, NULL},
    {"postscript", TEI_DIV, NULL},
    {"q", TEI_RUN, NULL},
    {"quote", TEI_RUN, NULL},
    {"rdg", TEI_LEFT, NULL},
    {"row", TEI_BLOCK, NULL},
    {"s", TEI_SENTENCE, NULL},
    {"salute", TEI_RUN, NULL},
    {"seg", TEI_RUN, NULL},
    {"set", TEI_MARK, "stage"},
    {"sic", TEI_OTHER, NULL},
    {"signed", TEI_RUN, NULL},
    {"sp", TEI_TURN, NULL},
    {"speaker", TEI_SPEAKER, NULL},
    {"stage", TEI_MARK, "stage"},
    {"table", TEI_DIV, NULL},
    {"text", TEI_DIV, NULL},
    {"titlePage", TEI_DIV, NULL},
    {"titlePart", TEI_BLOCK, "heading"},
    {"trailer", TEI_BLOCK, NULL},
    {"u", TEI_TURN, NULL},
    {"vocal", TEI_MARK, "vocal"},
    {"w", TEI_WORD, NULL},
    {"writing", TEI_MARK, "writing"},
};

static int
compare(const void *key, const void *e)
{
	return strcmp(key, ((const struct tei_element *)e)->name);
}

const struct tei_element *
tei_element(const char *name)
{
	static const struct tei_element other = {"", TEI_INLINE, NULL};
	const struct tei_element *e = bsearch(name, elements,
	    sizeof(elements) / sizeof(*elements), sizeof(*elements), compare);

	return e != NULL ? e : &other;
}
