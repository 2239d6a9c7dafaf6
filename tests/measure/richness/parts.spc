part	m	Vm
b	1	3
a	2	5
b	4	1
