/* The encodings that French text comes in where it is not UTF-8, the likeliest
 * first, and what éèàêçôùîœ’ are in each (in.h). */
#include "lib/base/in.h"

const struct in_encoding in_encodings[] = {
    {"windows-1252", "\xE9\xE8\xE0\xEA\xE7\xF4\xF9\xEE\x9C\x92"},
    {"MACINTOSH", "\x8E\x8F\x88\x90\x8D\x99\x9D\x94\xCF\xD5"},
    {"CP850", "\x82\x8A\x85\x88\x87\x93\x97\x8C"}, {NULL, NULL}};
