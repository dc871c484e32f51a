import { curlFrom } from '../net/curl.ts';

export default curlFrom();
