keep -p "($(printf 'é%.0s' $(seq 1500))" 2>&1 | tail -c 20
