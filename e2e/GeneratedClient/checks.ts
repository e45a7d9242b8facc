// What a client of the API does with the functions and the types that a generator has made of handlers/openapi.json. It is type-checked
// against them, and then run against the API: see .ci/client.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { client } from './client/client.gen';
import { completeUpload, createUpload, deleteImage, getImage, getOpenApi, listImages, updateImage, uploadImage } from './client';
import type { Image } from './client';

const [description, sample] = process.argv.slice(2);
const bytes = readFileSync(sample);
const owner = `generated-${Date.now()}`;

// The description says where its API is, relative to where it was fetched.
client.setConfig({ baseUrl: new URL('.', description).href.replace(/\/$/, '') });

const upload = async (): Promise<Image> => {
  const { data, response } = await uploadImage({
    body: { fileName: 'sea.png', content: bytes.toString('base64'), owner, metadata: { title: 'Sea', tags: ['beach'] } },
  });
  assert.equal(response?.status, 201);
  assert.ok(data);
  return data;
};

const checks: Record<string, () => Promise<void>> = {
  'uploadImage, in JSON': async () => {
    const image = await upload();
    assert.deepEqual([image.fileName, image.contentType, image.width, image.height, image.version], ['sea.png', 'image/png', 3, 5, 1]);
  },

  'uploadImage, the same again with an Idempotency-Key': async () => {
    const once = () => uploadImage({ headers: { 'Idempotency-Key': owner }, body: { fileName: 'once.png', content: bytes.toString('base64') } });
    const [first, second] = [await once(), await once()];
    assert.equal(second.data?.id, first.data?.id);
    assert.equal(second.response?.headers.get('Idempotency-Replayed'), 'true');
  },

  'listImages, page by page': async () => {
    const ids = [(await upload()).id, (await upload()).id];
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await listImages({ query: { owner, limit: 1, cursor } });
      assert.ok(data);
      found.push(...data.images.map((image) => image.id));
      cursor = data.nextCursor ?? undefined;
    } while (cursor);
    ids.forEach((id) => assert.ok(found.includes(id)));
  },

  'getImage, its bytes, and a URL of them': async () => {
    const { id } = await upload();
    const image = await getImage({ path: { id } });
    const download = await getImage({ path: { id }, query: { download: 'true' }, headers: { Accept: 'image/*' }, parseAs: 'arrayBuffer' });
    const link = await getImage({ path: { id }, query: { download: 'url' } });
    assert.ok(image.data && 'sha256' in image.data && image.data.id === id);
    assert.deepEqual(Buffer.from(download.data as unknown as ArrayBuffer), bytes);
    assert.ok(link.data && 'downloadUrl' in link.data);
    assert.deepEqual(Buffer.from(await (await fetch(link.data.downloadUrl)).arrayBuffer()), bytes);
  },

  'updateImage, only the version that was read': async () => {
    const { id } = await upload();
    const change = () => updateImage({ path: { id }, headers: { 'If-Match': '"v1"' }, body: { owner: null, metadata: { title: 'Dusk' } } });
    const [first, second] = [await change(), await change()];
    assert.deepEqual([first.data?.version, first.data?.owner, first.data?.metadata?.title], [2, undefined, 'Dusk']);
    assert.equal(second.error?.code, 'precondition-failed');
  },

  'deleteImage, twice': async () => {
    const { id } = await upload();
    const [first, second] = [await deleteImage({ path: { id } }), await deleteImage({ path: { id } })];
    assert.equal(first.response?.status, 204);
    assert.equal(second.error?.code, 'image-not-found');
  },

  'createUpload and completeUpload': async () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { data } = await createUpload({ body: { fileName: 'large.png', contentType: 'image/png', size: bytes.length, sha256 } });
    assert.ok(data);
    const { method, url, headers } = data.upload;
    assert.equal((await fetch(url, { method, headers: { ...headers }, body: bytes })).status, 200);
    const completed = await completeUpload({ path: { id: data.id } });
    assert.deepEqual([completed.response?.status, completed.data?.id, completed.data?.sha256], [201, data.id, sha256]);
  },

  'a mistake, with the field that is wrong': async () => {
    const { error } = await listImages({ query: { limit: 0 } });
    assert.ok(error && error.code === 'invalid-parameter' && 'errors' in error);
    assert.deepEqual(error.errors?.map((wrong) => wrong.field), ['limit']);
  },

  'getOpenApi': async () => {
    const { data } = await getOpenApi();
    assert.match(data?.openapi ?? '', /^3\.1\./);
  },
};

const run = async (): Promise<void> => {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
    } catch (failure) {
      failed++;
      console.error(`${name}: ${failure instanceof Error ? failure.stack : JSON.stringify(failure)}`);
    }
  }

  console.log(`client: ${Object.keys(checks).length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
};

void run();
