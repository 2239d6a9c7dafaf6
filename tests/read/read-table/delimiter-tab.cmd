read-table -D tab delimiter-tab.in
