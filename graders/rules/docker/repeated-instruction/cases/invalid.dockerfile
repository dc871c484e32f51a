FROM alpine:3.22
# expect: docker/repeated-instruction 1-11
CMD ["sh"]
CMD ["ls"]
# expect: docker/repeated-instruction 1-18
ENTRYPOINT ["sh"]
ENTRYPOINT ["ls"]
