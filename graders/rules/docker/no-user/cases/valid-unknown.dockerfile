FROM empresa/base:1
CMD ["x"]
