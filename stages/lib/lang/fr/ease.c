#include "ease.h"

double
ease_kandel_moles(double asl, double asw)
{
	return 209 - 1.15 * asl - 68 * asw;
}

double
ease_textstat(double asl, double asw)
{
	return 207 - 1.015 * asl - 73.6 * asw;
}
