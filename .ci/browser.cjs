// Presses the button of docs/upload.html and reads its steps: node browser.cjs BROWSER URL [FOLDER]
const puppeteer = require('puppeteer-core');
const [executablePath, url, folder] = process.argv.slice(2);
const expected = [/^made-up\.png: \d{7,} bytes, image\/png$/, /: 201$/, /: 200$/, /: 201$/, /^Shown: 1600 × 1200 pixels, image /];

(async () => {
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    page.on('console', message => console.log(message.text()));
    await page.goto(url);
    await page.click('#sample');
    await page.waitForFunction(count => document.querySelector('li.failed') || document.querySelectorAll('li').length >= count, { timeout: 60000 }, expected.length);
    const steps = await page.$$eval('li', items => items.map(item => item.textContent));
    console.log(steps.join('\n'));
    if (folder)
      await page.screenshot({ path: `${folder}/upload.png`, fullPage: true });
    process.exitCode = expected.length === steps.length && expected.every((pattern, i) => pattern.test(steps[i])) ? 0 : 1;
  } finally {
    await browser.close();
  }
})();
