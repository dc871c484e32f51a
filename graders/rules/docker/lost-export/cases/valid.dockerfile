FROM python:3.14-slim
ENV GREETING=hola
RUN export A=1 && python -m venv /opt/venv
RUN . /opt/venv/bin/activate && python -V
RUN echo export A=1 >> /etc/profile
RUN export VER=3 && echo "$VER"
RUN VER=4 && echo "$VER"
RUN for VER in 1 2; do echo "$VER"; done
RUN export PATH=/opt/venv/bin:$PATH && python -V
RUN echo "$PATH" "$GREETING"
RUN export GREETING=adios && echo "$GREETING"
USER 1000
CMD ["python"]
