# docker build -t newsdiff . ; docker run --rm -it -v "$PWD:/texts" newsdiff wire.txt rewrite.txt
FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip install --no-cache-dir --constraint constraints.txt build hatchling \
 && python -m build --wheel --no-isolation --outdir /dist

FROM python:3.13-slim
COPY --from=build /dist /dist
COPY constraints.txt /dist/
RUN wheel="$(ls /dist/*.whl)" \
 && pip install --no-cache-dir --constraint /dist/constraints.txt "newsdiff[pdf] @ file://$wheel" \
 && rm -r /dist \
 && useradd --create-home --uid 1000 reader
USER 1000
ENV TERM=xterm-256color COLORTERM=truecolor LANG=C.UTF-8
WORKDIR /texts
ENTRYPOINT ["newsdiff"]
