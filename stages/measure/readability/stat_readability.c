#include "stat_readability.h"

double
stat_readability_kandel_moles(double asl, double asw)
{
	return 209 - 1.15 * asl - 68 * asw;
}

double
stat_readability_textstat(double asl, double asw)
{
	return 207 - 1.015 * asl - 73.6 * asw;
}

double
stat_readability_lix(double asl, double long_by_words)
{
	return asl + 100 * long_by_words;
}

double
stat_readability_rix(double long_words, double sentences)
{
	return long_words / sentences;
}
