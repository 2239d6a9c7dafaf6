#include "labels.h"

#include <string.h>

const char *
labels_french(const char *english)
{
	static const char *const label[][2] = {{"part", "partie"},
	    {"supplementary part", "partie supplémentaire"}, {"term", "terme"},
	    {"supplementary term", "terme supplémentaire"}, {"axis", "axe"},
	    {"of", "sur"}, {"Without a label", "Sans étiquette"},
	    {"Labels in full", "Étiquettes entières"}};

	for (size_t i = 0; i < sizeof(label) / sizeof(*label); i++)
		if (strcmp(label[i][0], english) == 0)
			return label[i][1];
	return english;
}
