check -q -x id,same,near bad.vrt
