keep -a 'title~^L.école &' speeches.vrt | grep '<speech'
