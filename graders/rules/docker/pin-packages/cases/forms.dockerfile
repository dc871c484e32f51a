FROM python:3.14-slim
RUN npm run build install && npm --loglevel verbose ci
RUN npm install ./paquete.tgz app.tgz && pip install wheels/x.whl libs/uno ./dos && apk add --no-cache hola.apk
RUN pip install git+https://github.com/a/b@0123abc
# expect: docker/pin-packages 5-47
RUN pip install git+https://github.com/a/b.git && x
# expect: docker/pin-packages 5-36
RUN python3 -m pip install requests
# expect: docker/pin-packages 5-23
RUN pip2 install flask
# expect: docker/pin-packages 5-24
RUN pipx install poetry
# expect: docker/pin-packages 5-30
RUN apk add a b c d e f g h i
USER 1000
CMD ["python"]
