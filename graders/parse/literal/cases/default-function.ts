// expect: literal/not-data 16-29
export default function () {
  return {};
}
