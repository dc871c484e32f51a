/** `nginx:1.29` of `docker.io/library/nginx:1.29`: the name, and the tag where what it answers depends on it. */
export const productOf = (image: string): string => image.replace(/@.*$/, '').split('/').at(-1) ?? '';

/** What the machine knows of a container, or what its image is called; with the tag where both say the same name. */
export function softwareOf({ product, image }: { readonly product?: string; readonly image: string }): string {
  const named = productOf(image);
  return product === undefined || named.startsWith(`${product}:`) ? named : product;
}
