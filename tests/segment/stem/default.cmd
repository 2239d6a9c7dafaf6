stem -o form,stem
