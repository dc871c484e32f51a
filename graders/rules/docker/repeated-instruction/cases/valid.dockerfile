FROM alpine:3.22
CMD ["sh"]
FROM alpine:3.22
ENTRYPOINT ["sh"]
CMD ["-c"]
