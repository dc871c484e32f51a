FROM alpine:3.22
# expect: docker/instruction-case 1-4
run true
CMD ["sh"]
